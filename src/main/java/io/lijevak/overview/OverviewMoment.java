package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The moment that an overview tells of.
 *
 * @param today its day in the company's time zone
 * @param instant now, or the end of the past day
 * @param asOf the past day, null = now
 */
record OverviewMoment(
        LocalDate today, Instant instant, @Nullable AsOf asOf, ZoneId zone) {
    static OverviewMoment of(LocalDate today, @Nullable AsOf asOf, Instant now, ZoneId zone) {
        return asOf == null
                ? new OverviewMoment(today, now, null, zone)
                : new OverviewMoment(
                        asOf.day(), asOf.day().plusDays(1).atStartOfDay(zone).toInstant(), asOf, zone);
    }

    /** Whether only what had been recorded by then counts. */
    boolean then() {
        return asOf != null && asOf.then();
    }

    OffsetDateTime at() {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** The first day of the last seven, or of the seven before. */
    LocalDate firstDay(boolean before) {
        return today.minusDays((before ? 2L : 1L) * WeekChanges.WEEK - 1);
    }

    OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
