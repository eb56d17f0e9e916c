package io.lijevak.customers;

/** Identity of a source. */
public record SourceId(long value) {
    public static SourceId valueOf(String text) {
        return new SourceId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
