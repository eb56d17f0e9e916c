package io.lijevak.customers;

/** Identity of a contact person. */
public record ContactPersonId(long value) {
    public static ContactPersonId valueOf(String text) {
        return new ContactPersonId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
