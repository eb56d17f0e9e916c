package io.lijevak.reports.web;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.reports.AskPeople;
import io.lijevak.reports.PeopleQuestion;
import io.lijevak.reports.Quadrant;
import io.lijevak.reports.ShowEffort;
import io.lijevak.reports.ShowFairComparison;
import io.lijevak.reports.ShowQuadrant;
import io.lijevak.reports.ShowStages;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The comparisons of reps as JSON; the parameters are those of the pages: dealType, from, to, and person for stages. */
@RestController
@RequestMapping("/api/v1/reports/people")
class ComparisonApi {
    private final AskPeople ask;
    private final ShowStages stages;
    private final ShowEffort efforts;
    private final ShowQuadrant quadrants;
    private final ShowFairComparison fair;

    ComparisonApi(
            AskPeople ask, ShowStages stages, ShowEffort efforts, ShowQuadrant quadrants, ShowFairComparison fair) {
        this.ask = ask;
        this.stages = stages;
        this.efforts = efforts;
        this.quadrants = quadrants;
        this.fair = fair;
    }

    /** Shares of one; mark = BETTER or WORSE where the interval excludes the company's conversion. */
    record Stage(
            long id,
            String name,
            long entered,
            long passed,
            long lost,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable BigDecimal companyConversion,
            @Nullable BigDecimal lostBeyond,
            ShowStages.@Nullable Mark mark) {
        static Stage of(ShowStages.Row row) {
            var rate = row.rate();
            var company = row.company();
            var beyond = row.lostBeyond();
            return new Stage(
                    row.own().stage().id(),
                    row.own().stage().name(),
                    row.own().entered().count(),
                    row.own().won().count(),
                    row.own().lost().count(),
                    share(row.own().conversion()),
                    rate == null ? null : Numbers.exact(rate.low(), 6),
                    rate == null ? null : Numbers.exact(rate.high(), 6),
                    company == null ? null : share(company.conversion()),
                    beyond == null ? null : Numbers.exact(beyond, 2),
                    row.mark());
        }
    }

    record StagesAnswer(PeopleReportsApi.Asked asked, long person, List<Stage> stages) {}

    /** Contacts held for a result: a stage reached, or (stage null) a won deal. */
    record Price(
            @Nullable Long stage,
            long results,
            long calls,
            long meetings,
            long emails,
            @Nullable BigDecimal each) {
        static Price of(@Nullable Long stage, ShowEffort.Price price) {
            var each = price.each();
            return new Price(
                    stage,
                    price.results(),
                    price.calls(),
                    price.meetings(),
                    price.emails(),
                    each == null ? null : Numbers.exact(each, 4));
        }
    }

    record EffortOf(PeopleReportsApi.Named rep, List<Price> prices) {}

    /** Contacts a month and the amount won; corner null with too few deals. */
    record Mark(
            PeopleReportsApi.Named rep,
            BigDecimal contactsAMonth,
            PeopleReportsApi.Interval amount,
            Quadrant.@Nullable Corner corner,
            boolean sure) {}

    record EffortAnswer(
            PeopleReportsApi.Asked asked,
            List<EffortOf> reps,
            @Nullable List<Mark> quadrant) {}

    record FairAnswer(PeopleReportsApi.Asked asked, ShowFairComparison.Comparison comparison) {}

    @GetMapping("/stages")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    StagesAnswer stages(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var question = question(parameters, user);
        var asked = ask.person(parameters);
        var person = Objects.requireNonNullElseGet(asked, () -> stages.usual(question, user));
        return new StagesAnswer(
                PeopleReportsApi.Asked.of(question),
                person,
                stages.of(question, person, user).stream().map(Stage::of).toList());
    }

    @GetMapping("/effort")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    EffortAnswer effort(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var question = question(parameters, user);
        var effort = efforts.of(question, user);
        return new EffortAnswer(
                PeopleReportsApi.Asked.of(question),
                effort.reps().stream().map(rep -> effortOf(effort, rep)).toList(),
                quadrants
                        .of(question, user)
                        .map(quadrant -> quadrant.points().stream()
                                .map(ComparisonApi::mark)
                                .toList())
                        .orElse(null));
    }

    @GetMapping("/fair")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    FairAnswer fair(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var question = question(parameters, user);
        return new FairAnswer(PeopleReportsApi.Asked.of(question), fair.of(question, user));
    }

    private PeopleQuestion question(Map<String, String> parameters, CurrentUser user) {
        return ask.read(parameters, user).orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    private static EffortOf effortOf(ShowEffort.Effort effort, ShowEffort.Rep rep) {
        var prices = new java.util.ArrayList<Price>();
        for (var i = 0; i < effort.stages().size(); i++) {
            prices.add(Price.of(effort.stages().get(i).id(), rep.stages().get(i)));
        }
        prices.add(Price.of(null, rep.win()));
        return new EffortOf(new PeopleReportsApi.Named(rep.id(), rep.name()), prices);
    }

    private static Mark mark(Quadrant.Point point) {
        return new Mark(
                new PeopleReportsApi.Named(point.rep().id(), point.rep().name()),
                Numbers.exact(point.contacts(), 2),
                PeopleReportsApi.Interval.of(point.amount()),
                point.corner(),
                point.sure());
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : Numbers.exact(share.getAsDouble(), 6);
    }
}
