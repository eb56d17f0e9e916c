package io.lijevak.process;

/** Identity of a deal type. */
public record DealTypeId(long value) {
    public static DealTypeId valueOf(String text) {
        return new DealTypeId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
