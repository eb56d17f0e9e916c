package io.lijevak.funnel.web;

import io.lijevak.funnel.CompareFunnels;
import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.Days;
import io.lijevak.funnel.Estimated;
import io.lijevak.funnel.Funnel;
import io.lijevak.funnel.FunnelParameters;
import io.lijevak.funnel.FunnelTotals;
import io.lijevak.funnel.HonestFunnel;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.ShowFunnel;
import io.lijevak.funnel.ShowHonestFunnel;
import io.lijevak.funnel.StageFigures;
import io.lijevak.funnel.Tally;
import io.lijevak.platform.Companies;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The funnel as JSON. */
@RestController
@RequestMapping("/api/v1")
class FunnelApi {
    private final ShowFunnel funnels;
    private final ShowHonestFunnel honest;
    private final CompareFunnels comparisons;
    private final Companies companies;
    private final Clock clock;

    FunnelApi(
            ShowFunnel funnels, ShowHonestFunnel honest, CompareFunnels comparisons, Companies companies, Clock clock) {
        this.funnels = funnels;
        this.honest = honest;
        this.comparisons = comparisons;
        this.companies = companies;
        this.clock = clock;
    }

    record Answer(
            Instant asOf,
            String view,
            String rule,
            String potential,
            String counting,
            Named dealType,
            Dates period,
            String currency,
            List<Stage> stages,
            Totals totals,
            @Nullable Compared comparison) {}

    /** The other answer, and this one less that one: of each stage, and of all deals. */
    record Compared(String with, Answer other, List<StageDifference> stages, TotalDifference totals) {}

    /** Shares of one with six decimals; p = how likely chance alone makes such a difference of the conversions. */
    record StageDifference(
            long id,
            String name,
            long entered,
            long won,
            long lost,
            long inWork,
            long returned,
            String wonAmount,
            String lostAmount,
            String inWorkAmount,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal medianDays,
            @Nullable BigDecimal p,
            String verdict) {}

    record TotalDifference(
            long won,
            long lost,
            long inWork,
            String wonAmount,
            @Nullable BigDecimal winRate,
            @Nullable BigDecimal p,
            String verdict) {}

    record Named(long id, String name) {}

    record Dates(LocalDate from, LocalDate to) {}

    /** A number of deals and their amount as a decimal string; unknown = deals without a known amount. */
    record Counted(long count, String amount, long unknown) {
        static Counted of(Tally tally) {
            return new Counted(tally.count(), tally.amount().toPlainString(), tally.unknown());
        }
    }

    /**
     * A rate with six decimals: n decided deals it rests on (not whole where open deals counted in part), the estimate
     * drawn towards its like, and the ends of the 90 % interval.
     */
    record Interval(BigDecimal n, BigDecimal estimate, BigDecimal low, BigDecimal high) {
        static @Nullable Interval of(@Nullable Rate rate) {
            return rate == null
                    ? null
                    : new Interval(
                            share(rate.trials().all()), share(rate.estimate()), share(rate.low()), share(rate.high()));
        }
    }

    /** What becomes of deals when open ones count as open; undecided = share that stands longer than any deal that left. */
    record Open(
            @Nullable Interval conversion,
            BigDecimal undecided,
            @Nullable BigDecimal medianDays,
            long known,
            long open) {
        static @Nullable Open of(HonestFunnel.@Nullable Open open) {
            return open == null
                    ? null
                    : new Open(
                            Interval.of(open.rate()),
                            share(open.risks().undecided()),
                            open.risks().medianDays(),
                            open.risks().known(),
                            open.risks().open());
        }
    }

    /** The figures of a stage; shares of one with six decimals, null where nothing was decided. */
    record Stage(
            long id,
            String name,
            Counted entered,
            Counted won,
            Counted lost,
            Counted inWork,
            Counted returned,
            @Nullable BigDecimal conversion,
            @Nullable BigDecimal lossShare,
            @Nullable BigDecimal averageDays,
            @Nullable BigDecimal medianDays,
            long timed,
            @Nullable Integer probability,
            @Nullable String expected,
            @Nullable Interval conversionInterval,
            @Nullable Open openAsOpen,
            @Nullable Interval ownProbability,
            @Nullable Estimate estimates) {}

    /** What reps estimate of the open deals: how many have an estimate, their mean, and amounts times estimates. */
    record Estimate(long deals, BigDecimal share, String expected) {
        static @Nullable Estimate of(@Nullable Estimated estimated) {
            return estimated == null
                    ? null
                    : new Estimate(
                            estimated.deals(),
                            FunnelApi.share(estimated.share()),
                            estimated.expected().toPlainString());
        }
    }

    record Totals(
            Counted won,
            Counted lost,
            Counted inWork,
            @Nullable BigDecimal winRate,
            @Nullable BigDecimal averageDaysToWin,
            @Nullable BigDecimal medianDaysToWin,
            long undated,
            @Nullable Interval winRateInterval) {}

    /**
     * The parameters are those of the page: view, dealType, from, to, rule, asOf, potential, counting, the filters, and
     * compare (previous, last-year, period with compareFrom and compareTo, owner:…, team:…).
     */
    @GetMapping("/funnel")
    @Allow(resource = Resource.FUNNEL, action = Action.VIEW)
    Answer funnel(@RequestParam Map<String, String> parameters, CurrentUser user) {
        var today = companies.current().today(clock);
        var query = FunnelParameters.read(parameters, funnels.references(), today);
        return funnels.show(query, user)
                .map(funnel -> answer(
                        funnel,
                        honest.of(funnel, user),
                        comparisons
                                .of(funnel, parameters, today, user)
                                .map(both -> compared(both, honest.of(both.then(), user)))
                                .orElse(null)))
                .orElseThrow(() -> new RecordNotFound("deal type", "of any kind"));
    }

    private static Compared compared(ComparedFunnels both, HonestFunnel honest) {
        var now = both.now().totals();
        var then = both.then().totals();
        return new Compared(
                both.with().kind(),
                answer(both.then(), honest, null),
                both.stages().stream().map(FunnelApi::difference).toList(),
                new TotalDifference(
                        now.won().count() - then.won().count(),
                        now.lost().count() - then.lost().count(),
                        now.inWork().count() - then.inWork().count(),
                        less(now.won(), then.won()),
                        share(both.winRate()),
                        share(both.winRateSignificance().p()),
                        FunnelPage.word(both.winRateSignificance().verdict())));
    }

    private static StageDifference difference(ComparedFunnels.Stage stage) {
        var now = stage.now();
        var then = stage.then();
        return new StageDifference(
                now.stage().id(),
                now.stage().name(),
                now.entered().count() - then.entered().count(),
                now.won().count() - then.won().count(),
                now.lost().count() - then.lost().count(),
                now.inWork().count() - then.inWork().count(),
                now.returned().count() - then.returned().count(),
                less(now.won(), then.won()),
                less(now.lost(), then.lost()),
                less(now.inWork(), then.inWork()),
                share(stage.conversion()),
                stage.medianDays(),
                share(stage.significance().p()),
                FunnelPage.word(stage.significance().verdict()));
    }

    private static String less(Tally now, Tally then) {
        return now.amount().subtract(then.amount()).toPlainString();
    }

    private static Answer answer(Funnel funnel, HonestFunnel honest, @Nullable Compared compared) {
        var query = funnel.query();
        return new Answer(
                funnel.asOf(),
                FunnelPage.word(query.view()),
                FunnelPage.word(query.rule()),
                FunnelPage.word(query.potential()),
                FunnelPage.word(query.counting()),
                new Named(funnel.type().id(), funnel.type().name()),
                new Dates(query.period().from(), query.period().to()),
                funnel.currency(),
                funnel.stages().stream().map(stage -> stage(stage, honest)).toList(),
                totals(funnel.totals(), honest),
                compared);
    }

    private static Stage stage(StageFigures stage, HonestFunnel honest) {
        var id = stage.stage().id();
        var expected = stage.expected();
        return new Stage(
                stage.stage().id(),
                stage.stage().name(),
                Counted.of(stage.entered()),
                Counted.of(stage.won()),
                Counted.of(stage.lost()),
                Counted.of(stage.inWork()),
                Counted.of(stage.returned()),
                share(stage.conversion()),
                share(stage.lossShare()),
                stage.days().average(),
                stage.days().median(),
                stage.days().known(),
                stage.stage().probability(),
                expected == null ? null : expected.toPlainString(),
                Interval.of(honest.conversions().get(id)),
                Open.of(honest.open().get(id)),
                Interval.of(honest.wins().get(id)),
                Estimate.of(honest.estimates().get(id)));
    }

    private static Totals totals(FunnelTotals totals, HonestFunnel honest) {
        Days days = totals.daysToWin();
        return new Totals(
                Counted.of(totals.won()),
                Counted.of(totals.lost()),
                Counted.of(totals.inWork()),
                share(totals.winRate()),
                days.average(),
                days.median(),
                totals.undated(),
                Interval.of(honest.winRate()));
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : share(share.getAsDouble());
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }
}
