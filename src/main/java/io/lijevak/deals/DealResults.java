package io.lijevak.deals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of a closed deal.
 *
 * @param satisfaction of the customer, from 1 to 5
 * @param demandPercent how much of the primary demand was satisfied; null where none was recorded
 */
public record DealResults(
        @Nullable String learnt,
        @Nullable Integer satisfaction,
        @Nullable Integer demandPercent,
        @Nullable String demandReason,
        @Nullable LocalDate nextNeed) {

    /** A closing as it stands: with its results once they are recorded. */
    public record Closed(
            long id,
            DealOutcome outcome,
            @Nullable LocalDate winBack,
            DealResults results,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {

        public boolean isFinished() {
            return recordedAt != null;
        }
    }
}
