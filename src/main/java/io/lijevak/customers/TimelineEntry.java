package io.lijevak.customers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a customer's timeline. The text reads without its actor, as languages decline verbs by gender.
 *
 * @param icon name of a symbol of the icon sprite
 * @param key whether it is an event that readers look for (a move, a win), drawn stronger
 * @param actor who did it, null for the system
 * @param subject title of the record it happened to, with its address; null when it is the customer itself
 * @param textKey message key of what happened, with its arguments
 */
public record TimelineEntry(
        Instant at,
        String icon,
        boolean key,
        @Nullable String actor,
        @Nullable Subject subject,
        String textKey,
        List<?> arguments,
        List<Change> changes) {

    /** The record an entry is about. */
    public record Subject(String title, String href) {}

    /** A field's old and new value; the label is a message key. */
    public record Change(
            String labelKey,
            @Nullable String before,
            @Nullable String after) {}
}
