package io.lijevak.interactions;

/** Identity of an interaction. */
public record InteractionId(long value) {
    public static InteractionId valueOf(String text) {
        return new InteractionId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
