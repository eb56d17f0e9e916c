package io.lijevak.complaints;

import java.util.Locale;

/** How a complaint was received. */
public enum Channel {
    PHONE,
    EMAIL,
    IN_PERSON,
    LETTER,
    WEB;

    /** The word of the API and of conditions: {@code phone}, {@code in-person}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
