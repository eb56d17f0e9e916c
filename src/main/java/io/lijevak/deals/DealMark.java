package io.lijevak.deals;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a deal calls for attention; the facts are separate, and one never stands for another. */
public enum DealMark {
    /** Open and in its stage longer than the norm. */
    LATE,
    /** Open and without contact for longer than its stage allows. */
    SILENT,
    /** Open and without a planned next step. */
    UNPLANNED,
    /** Closed and its results not recorded yet. */
    RESULTS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DealMark> read(String word) {
        return Stream.of(values()).filter(mark -> mark.word().equals(word)).findFirst();
    }
}
