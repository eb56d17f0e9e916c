package io.lijevak.tasks;

import io.lijevak.platform.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a calendar.
 *
 * @param kind a word for its colour and label: the kind of a task, or {@code INTERACTION}
 * @param detail the deal or customer it is about
 * @param move address of the form that moves it, null when it cannot be moved
 * @param over whether it is done
 */
public record CalendarEntry(
        String key,
        String kind,
        String title,
        @Nullable String detail,
        String href,
        @Nullable String move,
        Instant start,
        int minutes,
        boolean allDay,
        boolean over,
        @Nullable Named person) {

    /** Length of what nobody gave a length. */
    public static final int USUAL_MINUTES = 30;

    public Instant end() {
        return start.plusSeconds(minutes * 60L);
    }
}
