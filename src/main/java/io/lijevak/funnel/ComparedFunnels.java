package io.lijevak.funnel;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A funnel and the one it is compared with; every difference is the first less the second, exactly.
 *
 * @param with what it is compared with, in the words of the question
 */
public record ComparedFunnels(Funnel now, Funnel then, Comparison with) {

    /** A stage in both; one that only one of them has counts as nothing in the other. */
    public record Stage(StageFigures now, StageFigures then) {
        /** Difference of the conversions, of one; empty where one of them is not known. */
        public OptionalDouble conversion() {
            return less(now.conversion(), then.conversion());
        }

        public Significance significance() {
            return Significance.ofShares(
                    now.won().count(),
                    now.lost().count(),
                    then.won().count(),
                    then.lost().count());
        }

        public @Nullable BigDecimal medianDays() {
            return less(now.days().median(), then.days().median());
        }
    }

    public List<Stage> stages() {
        var stages = new ArrayList<Stage>();
        now.stages().forEach(stage -> stages.add(new Stage(stage, of(then, stage.stage()))));
        then.stages().stream()
                .filter(stage -> now.stages().stream()
                        .noneMatch(known -> known.stage().id() == stage.stage().id()))
                .forEach(stage -> stages.add(new Stage(of(now, stage.stage()), stage)));
        return stages;
    }

    /** The other's figures of a stage, nothing where it has none. */
    public StageFigures then(StageFigures stage) {
        return of(then, stage.stage());
    }

    private static StageFigures of(Funnel funnel, FunnelStage stage) {
        return funnel.stages().stream()
                .filter(figures -> figures.stage().id() == stage.id())
                .findFirst()
                .orElse(new StageFigures(stage, Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Days.NONE));
    }

    /** Difference of the won shares, of one; empty where one of them is not known. */
    public OptionalDouble winRate() {
        return less(now.totals().winRate(), then.totals().winRate());
    }

    /** Difference of the median days to win, null where one of them is not known. */
    public @Nullable BigDecimal daysToWin() {
        return less(now.totals().daysToWin().median(), then.totals().daysToWin().median());
    }

    public Significance winRateSignificance() {
        return Significance.ofShares(
                now.totals().won().count(),
                now.totals().lost().count(),
                then.totals().won().count(),
                then.totals().lost().count());
    }

    /** Whether the numbers of won deals differ by more than chance, their periods being as long as they are. */
    public Significance wonSignificance() {
        return Significance.ofCounts(
                now.totals().won().count(), days(now), then.totals().won().count(), days(then));
    }

    private static long days(Funnel funnel) {
        var query = funnel.query();
        return query.rule().usesPeriod()
                ? ChronoUnit.DAYS.between(query.period().from(), query.period().to()) + 1
                : 1;
    }

    private static @Nullable BigDecimal less(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? null : one.subtract(other);
    }

    private static OptionalDouble less(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() - other.getAsDouble());
    }
}
