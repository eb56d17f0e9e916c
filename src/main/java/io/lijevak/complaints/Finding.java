package io.lijevak.complaints;

import java.util.Locale;

/** What a complaint was found to be. */
public enum Finding {
    JUSTIFIED,
    UNJUSTIFIED,
    WITHDRAWN;

    /** The word of the API and of conditions. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
