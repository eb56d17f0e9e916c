package io.lijevak.deals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A warning on a deal, with what its reason says.
 *
 * @param since when what it tells of came about
 * @param number days of the norm, times, or percents, by its kind
 * @param name stage, competitors or the reason given, by its kind
 * @param handled what somebody did about it, null while it is open
 */
public record RiskSignal(
        long deal,
        RiskKind kind,
        Instant since,
        @Nullable Integer number,
        @Nullable String name,
        @Nullable Handled handled) {

    /** What was done about a warning. */
    public enum Handling {
        TASK,
        REASSIGNED,
        NOTED,
        DISMISSED
    }

    /** Who did what about it, and when. */
    public record Handled(
            Handling how,
            @Nullable String by,
            Instant at,
            @Nullable String note) {}
}
