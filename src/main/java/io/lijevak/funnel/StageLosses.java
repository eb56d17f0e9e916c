package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds the losses of each stage against what was to be expected: the share lost in the 12 months before when enough
 * deals were decided there, else what the template probabilities mean. Of a step with probability p before one with q the
 * share p / q passes; of the last step p.
 */
final class StageLosses {
    private final Funnel period;
    private final List<FunnelStage> steps;
    private final Map<Long, StageFigures> now;
    private final Map<Long, StageFigures> before;

    StageLosses(Funnel period, Funnel before) {
        this.period = period;
        this.steps = period.type().steps();
        this.now = byStage(period);
        this.before = byStage(before);
    }

    private static Map<Long, StageFigures> byStage(Funnel funnel) {
        return funnel.stages().stream()
                .collect(Collectors.toMap(row -> row.stage().id(), Function.identity()));
    }

    List<StageLoss> all() {
        var examined = period.stages().stream()
                .filter(row -> lost(row).all() >= Bottlenecks.ENOUGH && basis(row.stage()) != null)
                .count();
        var losses = new ArrayList<StageLoss>();
        for (var row : period.stages()) {
            losses.add(loss(row, Bottlenecks.chance(examined)));
        }
        return losses;
    }

    private StageLoss loss(StageFigures row, double chance) {
        var lost = lost(row);
        var stage = row.stage();
        var basis = basis(stage);
        return new StageLoss(
                stage,
                lost,
                lost.all() == 0 ? null : BetaBelief.NOTHING.after(lost).rate(lost),
                norm(stage),
                before(stage),
                basis,
                basis == null ? 0 : expected(stage).orElseThrow(),
                average(row.lost()),
                onward(stage),
                lost.all() >= Bottlenecks.ENOUGH && basis != null && 1 - above(stage, lost, basis) <= chance);
    }

    private double above(FunnelStage stage, Trials lost, StageLoss.Basis basis) {
        return switch (basis) {
            case HISTORY -> Contrast.above(lost, before(stage));
            case NORM -> Contrast.above(lost, norm(stage).orElseThrow());
        };
    }

    private StageLoss.@Nullable Basis basis(FunnelStage stage) {
        if (before(stage).all() >= Bottlenecks.ENOUGH) {
            return StageLoss.Basis.HISTORY;
        }
        return norm(stage).isPresent() ? StageLoss.Basis.NORM : null;
    }

    private OptionalDouble expected(FunnelStage stage) {
        var before = before(stage);
        return before.all() >= Bottlenecks.ENOUGH ? OptionalDouble.of(before.good() / before.all()) : norm(stage);
    }

    private OptionalDouble norm(FunnelStage stage) {
        var here = stage.probability();
        var next = following(steps.indexOf(stage));
        return here == null || next == null || next == 0 || here > next
                ? OptionalDouble.empty()
                : OptionalDouble.of(1 - (double) here / next);
    }

    /** The probability of the step after the one at the place, percent; after the last one a deal is won. */
    private @Nullable Integer following(int place) {
        if (place < 0) {
            return null;
        }
        return place + 1 < steps.size() ? steps.get(place + 1).probability() : Integer.valueOf(100);
    }

    /** The share that passes all following steps, as was to be expected, else as it was. */
    private OptionalDouble onward(FunnelStage stage) {
        var place = steps.indexOf(stage);
        if (place < 0) {
            return OptionalDouble.empty();
        }
        var share = 1.0;
        for (var next : steps.subList(place + 1, steps.size())) {
            var lost = expected(next);
            var row = now.get(next.id());
            var passes = lost.isPresent()
                    ? OptionalDouble.of(1 - lost.getAsDouble())
                    : row == null ? OptionalDouble.empty() : row.conversion();
            if (passes.isEmpty()) {
                return OptionalDouble.empty();
            }
            share *= passes.getAsDouble();
        }
        return OptionalDouble.of(share);
    }

    private Trials before(FunnelStage stage) {
        var row = before.get(stage.id());
        return row == null ? Trials.NONE : lost(row);
    }

    private static Trials lost(StageFigures row) {
        return Trials.of(row.lost().count(), row.won().count());
    }

    private static @Nullable BigDecimal average(Tally lost) {
        var known = lost.count() - lost.unknown();
        return known == 0 ? null : lost.amount().divide(BigDecimal.valueOf(known), 2, RoundingMode.HALF_UP);
    }
}
