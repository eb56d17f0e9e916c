package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the deals of a cell. Where a stage is told, by what became of them there; else each deal once, by its
 * state, and nothing is sent back.
 *
 * @param days in the stage; none where no stage is told
 * @param daysToWin of the deals won (here), from opening to closing
 * @param expected revenue of the deals that stand here: amount times template probability; null without a probability
 * @param events of the deals together, by the key of the measure that counts them
 */
public record Figures(
        Tally won,
        Tally lost,
        Tally inWork,
        Tally returned,
        Days days,
        Days daysToWin,
        @Nullable BigDecimal expected,
        Map<String, Long> events) {
    public Figures {
        events = Map.copyOf(events);
    }

    Figures(
            Tally won,
            Tally lost,
            Tally inWork,
            Tally returned,
            Days days,
            Days daysToWin,
            @Nullable BigDecimal expected) {
        this(won, lost, inWork, returned, days, daysToWin, expected, Map.of());
    }

    Figures with(Map<String, Long> counted) {
        return new Figures(won, lost, inWork, returned, days, daysToWin, expected, counted);
    }

    public static final Figures NONE =
            new Figures(Tally.NONE, Tally.NONE, Tally.NONE, Tally.NONE, Days.NONE, Days.NONE, null);

    public Tally entered() {
        return won.plus(lost).plus(inWork).plus(returned);
    }

    /** Won among won and lost. */
    public OptionalDouble conversion() {
        return StageFigures.share(won.count(), won.count() + lost.count());
    }

    public OptionalDouble lossShare() {
        return StageFigures.share(lost.count(), won.count() + lost.count());
    }
}
