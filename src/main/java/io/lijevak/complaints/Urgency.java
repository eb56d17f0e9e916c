package io.lijevak.complaints;

import java.util.Locale;

/** How much a complaint presses. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
