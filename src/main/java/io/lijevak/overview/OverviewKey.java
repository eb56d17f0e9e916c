package io.lijevak.overview;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** What a number of the overview is about, as the {@code overview} parameter of the list of deals. */
sealed interface OverviewKey {
    /** How many months are told one by one, the present one included. */
    int MONTHS = 6;

    /** Open deals expected to close from one day on and before another; {@code from} null = from ever, both null = no day. */
    record Coming(String part) implements OverviewKey {}

    /** Deals sent back on these days, both included. */
    record Returned(LocalDate from, LocalDate to) implements OverviewKey {}

    /** The first day that is later than all months told one by one. */
    static LocalDate later(LocalDate today) {
        return today.withDayOfMonth(1).plusMonths(MONTHS);
    }

    /** Reads {@code coming:2026-12} or {@code returned:2026-11-22:2026-11-28}; empty when it is neither. */
    static Optional<OverviewKey> read(String text) {
        var parts = text.split(":");
        try {
            if (parts.length == 2 && parts[0].equals("coming")) {
                if (!parts[1].matches("past|later|none")) {
                    YearMonth.parse(parts[1]);
                }
                return Optional.of(new Coming(parts[1]));
            }
            return parts.length == 3 && parts[0].equals("returned")
                    ? Optional.of(new Returned(LocalDate.parse(parts[1]), LocalDate.parse(parts[2])))
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
