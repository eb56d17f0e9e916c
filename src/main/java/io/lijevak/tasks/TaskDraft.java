package io.lijevak.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A task as somebody writes it down.
 *
 * @param executor who is to do it; null means the writer
 * @param acceptPast whether a deadline in the past is meant
 */
public record TaskDraft(
        @Nullable String title,
        @Nullable String details,
        @Nullable Long deal,
        @Nullable Long customer,
        @Nullable Long executor,
        @Nullable Due due,
        @Nullable Integer minutes,
        boolean important,
        boolean acceptPast) {

    /** The next step of a deal, by title and moment alone. */
    public static TaskDraft step(@Nullable String title, @Nullable Due due) {
        return new TaskDraft(title, null, null, null, null, due, null, false, false);
    }

    TaskDraft about(@Nullable Long otherDeal, @Nullable Long otherExecutor) {
        return new TaskDraft(title, details, otherDeal, null, otherExecutor, due, minutes, important, acceptPast);
    }
}
