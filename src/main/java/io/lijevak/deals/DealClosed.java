package io.lijevak.deals;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody won or lost a deal, and its results are to be recorded; published in the transaction of the closing, once for
 * each closing. {@link RecordResults} does what it asks for and tells so by {@link ResultsRecorded}.
 *
 * @param closing identity of this closing: a deal that is reopened and closed again has another one
 * @param followUp who is asked for the results: the responsible person, else who closed it
 * @param winBack when to try to win a lost customer back
 */
public record DealClosed(
        long closing,
        DealId deal,
        String title,
        DealOutcome outcome,
        long followUp,
        @Nullable LocalDate winBack,
        Instant at) {}
