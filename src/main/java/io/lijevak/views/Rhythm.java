package io.lijevak.views;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * When editions are due, by the company's clock.
 *
 * @param day of the week from Monday = 1, or of the month, its last one where the month is shorter; null on working days
 */
public record Rhythm(Kind kind, @Nullable Integer day, LocalTime at) {
    private static final int A_YEAR_AND_MORE = 400;

    /** Which days there are editions on. */
    public enum Kind {
        WORKDAYS,
        WEEKLY,
        MONTHLY
    }

    /** Where editions fall: the company's zone and its working days. */
    public record Days(ZoneId zone, Predicate<LocalDate> work) {}

    /**
     * The last moment that is due, those before it that nobody was sent anything at, and the next one.
     *
     * @param next null where there will be none, as without working days
     */
    public record Due(Instant at, int skipped, @Nullable Instant next) {}

    /**
     * The first moment after the given one; at night in spring an hour later where the clock leaves the hour out, in
     * autumn the first of two. Empty where the company never works.
     */
    public Optional<Instant> next(Instant after, Days days) {
        var date = after.atZone(days.zone()).toLocalDate();
        for (var i = 0; i < A_YEAR_AND_MORE; i++) {
            var moment = date.atTime(at).atZone(days.zone()).toInstant();
            if (moment.isAfter(after) && fallsOn(date, days)) {
                return Optional.of(moment);
            }
            date = date.plusDays(1);
        }
        return Optional.empty();
    }

    /** What is due now when the given moment was to be the next one, and is not after now. */
    Due due(Instant planned, Instant now, Days days) {
        var last = planned;
        var skipped = 0;
        var next = next(last, days);
        while (next.isPresent() && !next.get().isAfter(now)) {
            last = next.get();
            skipped++;
            next = next(last, days);
        }
        return new Due(last, skipped, next.orElse(null));
    }

    private boolean fallsOn(LocalDate date, Days days) {
        return switch (kind) {
            case WORKDAYS -> days.work().test(date);
            case WEEKLY -> day != null && date.getDayOfWeek().getValue() == day;
            case MONTHLY -> day != null && date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
        };
    }
}
