package io.lijevak.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When a task is due: at a moment, or some time during a day. */
public record Due(Instant at, boolean allDay) {
    private static final LocalTime LATEST = LocalTime.of(23, 59);

    public static Due during(LocalDate day, ZoneId zone) {
        return new Due(day.atTime(LATEST).atZone(zone).toInstant(), true);
    }

    public static Due of(WhenWords.When when, ZoneId zone) {
        var time = when.time();
        return time == null
                ? during(when.day(), zone)
                : new Due(when.day().atTime(time).atZone(zone).toInstant(), false);
    }
}
