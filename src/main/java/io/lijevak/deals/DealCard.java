package io.lijevak.deals;

import io.lijevak.platform.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deal as the board shows it.
 *
 * @param days whole days in the stage, null when it is not known since when
 */
public record DealCard(
        long id,
        String title,
        long stage,
        @Nullable String customer,
        @Nullable String responsible,
        @Nullable Money amount,
        @Nullable Long days,
        DealMarks marks) {

    /** Whole days between two moments, null when the first is not known. */
    static @Nullable Long days(@Nullable Instant since, Instant now) {
        return since == null ? null : Math.max(0, Duration.between(since, now).toDays());
    }
}
