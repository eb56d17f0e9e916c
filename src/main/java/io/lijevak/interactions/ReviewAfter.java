package io.lijevak.interactions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** When an interaction is to be looked at again. */
public enum ReviewAfter {
    MINUTES_15,
    HOUR,
    HOURS_3,
    TOMORROW,
    MONDAY;

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The moment, days being those of the zone. */
    public Instant from(Instant now, ZoneId zone) {
        var today = now.atZone(zone).toLocalDate();
        return switch (this) {
            case MINUTES_15 -> now.plus(Duration.ofMinutes(15));
            case HOUR -> now.plus(Duration.ofHours(1));
            case HOURS_3 -> now.plus(Duration.ofHours(3));
            case TOMORROW -> today.plusDays(1).atTime(MORNING).atZone(zone).toInstant();
            case MONDAY ->
                today.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                        .atTime(MORNING)
                        .atZone(zone)
                        .toInstant();
        };
    }
}
