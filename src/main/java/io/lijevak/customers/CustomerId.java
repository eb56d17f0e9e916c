package io.lijevak.customers;

/** Identity of a customer. */
public record CustomerId(long value) {
    public static CustomerId valueOf(String text) {
        return new CustomerId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
