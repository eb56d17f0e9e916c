package io.lijevak.funnel;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Holds the days in each stage against what was to be expected: the norm, its working days as calendar days of a
 * five-day week, else the median of the 12 months before when enough deals were measured. More deals than chance would
 * let must stand longer than that.
 */
final class StageDelays {
    private static final double WEEK = 7.0 / 5;
    private static final double TENTHS = 10;
    private final Funnel period;
    private final Funnel before;
    private final Map<Long, List<Stay>> stays;
    private final Map<Long, List<Stay>> staysBefore;

    StageDelays(Funnel period, Funnel before, Map<Long, List<Stay>> stays, Map<Long, List<Stay>> staysBefore) {
        this.period = period;
        this.before = before;
        this.stays = stays;
        this.staysBefore = staysBefore;
    }

    List<StageDelay> all() {
        var examined = period.stages().stream()
                .filter(row -> row.days().known() >= Bottlenecks.ENOUGH && basis(row.stage()) != null)
                .count();
        return period.stages().stream()
                .map(row -> delay(row, Bottlenecks.chance(examined)))
                .toList();
    }

    private StageDelay delay(StageFigures row, double chance) {
        var stage = row.stage();
        var basis = basis(stage);
        var expected = expected(stage);
        var longer = expected.isEmpty() ? Trials.NONE : longer(stays, stage, expected.getAsDouble());
        return new StageDelay(
                stage,
                row.days(),
                daysBefore(stage),
                basis,
                expected,
                longer,
                basis != null
                        && longer.all() >= Bottlenecks.ENOUGH
                        && 1 - above(stage, longer, basis, expected.orElseThrow()) <= chance);
    }

    private double above(FunnelStage stage, Trials longer, StageLoss.Basis basis, double expected) {
        return switch (basis) {
            case NORM -> Contrast.above(longer, 0.5);
            case HISTORY -> Contrast.above(longer, longer(staysBefore, stage, expected));
        };
    }

    private StageLoss.@Nullable Basis basis(FunnelStage stage) {
        if (stage.normDays() != null) {
            return StageLoss.Basis.NORM;
        }
        return daysBefore(stage).known() >= Bottlenecks.ENOUGH ? StageLoss.Basis.HISTORY : null;
    }

    private OptionalDouble expected(FunnelStage stage) {
        var norm = stage.normDays();
        if (norm != null) {
            return OptionalDouble.of(norm * WEEK);
        }
        var days = daysBefore(stage);
        var median = days.median();
        return median == null || days.known() < Bottlenecks.ENOUGH
                ? OptionalDouble.empty()
                : OptionalDouble.of(median.doubleValue());
    }

    private Days daysBefore(FunnelStage stage) {
        return before.stages().stream()
                .filter(row -> row.stage().id() == stage.id())
                .map(StageFigures::days)
                .findFirst()
                .orElse(Days.NONE);
    }

    private static Trials longer(Map<Long, List<Stay>> stays, FunnelStage stage, double days) {
        var all = 0L;
        var longer = 0L;
        for (var stay : stays.getOrDefault(stage.id(), List.of())) {
            all += stay.deals();
            longer += stay.tenths() > days * TENTHS ? stay.deals() : 0;
        }
        return new Trials(longer, all);
    }
}
