package io.lijevak.platform;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Whole days from {@code from} to {@code to}, both inclusive, meant in the company's time zone. */
public record Period(LocalDate from, LocalDate to) {
    public Period {
        if (to.isBefore(from)) {
            throw InvalidInput.at("to", "platform.error.period.order");
        }
    }

    /** The twelve months that end today. */
    public static Period lastTwelveMonths(LocalDate today) {
        return new Period(today.minusMonths(12).plusDays(1), today);
    }

    /** The first instant of the period. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period. */
    public Instant end(ZoneId zone) {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
