package io.lijevak.deals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The results of a closing are recorded, and its deal is finished; published in the transaction.
 *
 * @param followUp who would contact the customer again
 * @param nextNeed when the customer may need something again
 */
public record ResultsRecorded(
        long closing,
        DealId deal,
        String title,
        long followUp,
        @Nullable LocalDate nextNeed,
        long by,
        Instant at) {}
