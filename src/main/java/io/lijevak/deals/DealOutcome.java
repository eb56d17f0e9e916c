package io.lijevak.deals;

import java.util.Locale;

/** How a deal stands as a whole. */
public enum DealOutcome {
    OPEN,
    WON,
    LOST;

    /** The word of addresses and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
