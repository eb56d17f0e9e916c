package io.lijevak.process;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask in a form that is made up at run time.
 *
 * @param label message key of its label, or the label itself when {@code literal}
 * @param value what stands there at first
 */
public record Input(
        String name,
        String label,
        boolean literal,
        Type type,
        List<Choice> choices,
        @Nullable String value) {

    /** What is typed: text, an amount in the company's way of writing, a day, a moment, a tick, one of the choices. */
    public enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        DATE_TIME,
        TICK,
        CHOICE,
        FILE
    }

    /** A choice with what the user reads, already in the user's language. */
    public record Choice(String value, String words) {}

    public Input {
        choices = List.copyOf(choices);
    }
}
