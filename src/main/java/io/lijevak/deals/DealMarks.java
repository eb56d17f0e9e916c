package io.lijevak.deals;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an open deal that may call for attention.
 *
 * @param stageDueAt end of the norm of its stage, null without one
 * @param silentFrom from when on it counts as silent
 * @param lastContactAt when somebody was last in touch about it, null when never
 * @param nextStepAt when its next step is due, null when nothing is planned
 * @param touches how many contacts it has, planned ones included
 */
public record DealMarks(
        boolean open,
        @Nullable Instant stageDueAt,
        @Nullable Instant silentFrom,
        @Nullable Instant lastContactAt,
        @Nullable Instant nextStepAt,
        int touches) {

    /** Of a deal as it once stood: what calls for attention is told of the present alone. */
    static final DealMarks OF_THE_PAST = new DealMarks(false, null, null, null, null, 0);

    /** Whether it has no contact at all, not even a planned one. */
    public boolean isUntouched() {
        return open && touches == 0;
    }

    public boolean isLate(Instant now) {
        return open && stageDueAt != null && stageDueAt.isBefore(now);
    }

    public boolean isSilent(Instant now) {
        return open && silentFrom != null && silentFrom.isBefore(now);
    }

    public boolean isUnplanned() {
        return open && nextStepAt == null;
    }

    /** Whole days since the last contact, null when there was none. */
    public @Nullable Long daysSilent(Instant now) {
        return lastContactAt == null
                ? null
                : Math.max(0, Duration.between(lastContactAt, now).toDays());
    }
}
