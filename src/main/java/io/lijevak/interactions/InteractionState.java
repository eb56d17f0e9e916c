package io.lijevak.interactions;

import java.util.Locale;

/** What became of an interaction: planned, took place, the other side did not come or answer, called off. */
public enum InteractionState {
    PLANNED,
    HELD,
    FAILED,
    CANCELLED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
