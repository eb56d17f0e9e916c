package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one stage.
 *
 * @param won deals that passed the stage: went on from it or were won in it
 * @param inWork deals that stand in it
 * @param days of the deals in it, all their visits together
 */
public record StageFigures(FunnelStage stage, Tally won, Tally lost, Tally inWork, Tally returned, Days days) {
    /** The rows of a funnel: the steps of the type, then stages that are no longer steps and that deals entered. */
    static List<StageFigures> of(FunnelType type, Map<Long, FunnelStage> otherStages, LongFunction<Figures> figures) {
        var steps = type.steps().stream().map(FunnelStage::id).toList();
        var others = otherStages.values().stream()
                .filter(stage -> !steps.contains(stage.id()))
                .map(stage -> of(stage, figures.apply(stage.id())))
                .filter(row -> row.entered().count() > 0);
        return Stream.concat(type.steps().stream().map(stage -> of(stage, figures.apply(stage.id()))), others)
                .toList();
    }

    private static StageFigures of(FunnelStage stage, Figures figures) {
        return new StageFigures(
                stage, figures.won(), figures.lost(), figures.inWork(), figures.returned(), figures.days());
    }

    public Tally entered() {
        return won.plus(lost).plus(inWork).plus(returned);
    }

    /** Share of the decided deals that passed the stage. */
    public OptionalDouble conversion() {
        return share(won.count(), won.count() + lost.count());
    }

    /** Share of the decided deals that were lost here. */
    public OptionalDouble lossShare() {
        return share(lost.count(), won.count() + lost.count());
    }

    /** Potential of the deals that stand here times the template probability, rounded to the cent; null without one. */
    public @Nullable BigDecimal expected() {
        var exact = weighed();
        return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
    }

    /** The same not rounded, as a sum of stages is rounded once. */
    public @Nullable BigDecimal weighed() {
        var probability = stage.probability();
        return probability == null
                ? null
                : inWork.amount().multiply(BigDecimal.valueOf(probability)).movePointLeft(2);
    }

    static OptionalDouble share(long part, long whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }
}
