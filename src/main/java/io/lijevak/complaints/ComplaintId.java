package io.lijevak.complaints;

/** Identity of a complaint. */
public record ComplaintId(long value) {
    public static ComplaintId valueOf(String text) {
        return new ComplaintId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
