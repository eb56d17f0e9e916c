package io.lijevak.platform.web;

/** One choice of a select: the value that is sent and the text that is read. */
public record Option(String value, String label) {
    public static Option of(Object value, String label) {
        return new Option(value.toString(), label);
    }
}
