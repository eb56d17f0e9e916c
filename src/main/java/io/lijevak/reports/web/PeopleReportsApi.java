package io.lijevak.reports.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.Indicator;
import io.lijevak.reports.League;
import io.lijevak.reports.Measured;
import io.lijevak.reports.PeopleQuestion;
import io.lijevak.reports.ShowLeague;
import io.lijevak.reports.Weights;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The league table as JSON. */
@RestController
@RequestMapping("/api/v1/reports/people")
class PeopleReportsApi {
    private final AskPeople ask;
    private final ShowLeague leagues;

    PeopleReportsApi(AskPeople ask, ShowLeague leagues) {
        this.ask = ask;
        this.leagues = leagues;
    }

    record Named(long id, String name) {}

    record Asked(
            Named dealType,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate asOf) {
        static Asked of(PeopleQuestion question) {
            return new Asked(
                    new Named(question.type().id(), question.type().name()),
                    question.period().from(),
                    question.period().to(),
                    question.asOf());
        }
    }

    /** A number with its 90 % interval and what it was counted from; shares are of one. */
    record Interval(BigDecimal value, BigDecimal low, BigDecimal high, long n) {
        static Interval of(Measured measured) {
            return new Interval(
                    Numbers.exact(measured.value(), 6),
                    Numbers.exact(measured.low(), 6),
                    Numbers.exact(measured.high(), 6),
                    measured.n());
        }
    }

    /** 100 = the average rep. */
    record Score(BigDecimal value, BigDecimal low, BigDecimal high) {
        static @Nullable Score of(League.@Nullable Score score) {
            return score == null
                    ? null
                    : new Score(
                            Numbers.exact(score.value(), 3),
                            Numbers.exact(score.low(), 3),
                            Numbers.exact(score.high(), 3));
        }
    }

    /** A rep: the places that the intervals allow, null with fewer than {@link League#ENOUGH} decided deals. */
    record Standing(
            Named rep,
            long decided,
            League.@Nullable Place place,
            @Nullable Score score,
            Map<String, Interval> indicators) {}

    record LeagueAnswer(
            Asked asked,
            Map<String, Integer> weights,
            List<Standing> reps,
            @Nullable Map<String, BigDecimal> average) {}

    /** The parameters are those of the page: dealType, from, to, asOf, known, and a weight (0 to 10, or no) for each indicator. */
    @GetMapping
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    LeagueAnswer league(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var weights = Weights.of(parameters);
        return ask.read(parameters, user)
                .map(question -> answer(question, weights, leagues.of(question, weights, user)))
                .orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    private static LeagueAnswer answer(PeopleQuestion question, Weights weights, League league) {
        var weighed = new LinkedHashMap<String, Integer>();
        weights.shown().forEach(indicator -> weighed.put(indicator.word(), weights.of(indicator)));
        return new LeagueAnswer(
                Asked.of(question),
                weighed,
                league.rows().stream().map(row -> standing(row, weights)).toList(),
                average(league, weights));
    }

    private static Standing standing(League.Row row, Weights weights) {
        var indicators = new LinkedHashMap<String, Interval>();
        for (var indicator : weights.shown()) {
            var measured = row.measures().get(indicator);
            if (measured != null) {
                indicators.put(indicator.word(), Interval.of(measured));
            }
        }
        return new Standing(
                new Named(row.rep().id(), row.rep().name()),
                row.rep().work().deals().decided(),
                row.place(),
                Score.of(row.score()),
                indicators);
    }

    private static @Nullable Map<String, BigDecimal> average(League league, Weights weights) {
        var average = league.average();
        if (average == null) {
            return null;
        }
        var shown = new LinkedHashMap<String, BigDecimal>();
        for (Indicator indicator : weights.shown()) {
            var value = average.get(indicator);
            if (value != null) {
                shown.put(indicator.word(), Numbers.exact(value, 6));
            }
        }
        return shown;
    }
}
