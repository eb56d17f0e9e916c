package io.lijevak.customers;

/** Identity of a category. */
public record CategoryId(long value) {
    public static CategoryId valueOf(String text) {
        return new CategoryId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
