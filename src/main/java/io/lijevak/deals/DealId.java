package io.lijevak.deals;

/** Identity of a deal. */
public record DealId(long value) {
    public static DealId valueOf(String text) {
        return new DealId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
