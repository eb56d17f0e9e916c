package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a number of the overview is about, as the {@code overview} parameter of the list of deals. */
public sealed interface OverviewKey {
    /** How many months are told one by one, the present one included. */
    int MONTHS = 6;

    /** Open deals expected to close from one day on and before another; {@code from} null = from ever, both null = no day. */
    record Coming(String part, @Nullable AsOf asOf) implements OverviewKey {}

    /** Deals sent back on these days, both included. */
    record Returned(LocalDate from, LocalDate to, @Nullable AsOf asOf) implements OverviewKey {}

    /** The first day that is later than all months told one by one. */
    static LocalDate later(LocalDate today) {
        return today.withDayOfMonth(1).plusMonths(MONTHS);
    }

    /** The text of a key, with the past day that it is about. */
    static String text(String key, @Nullable AsOf asOf) {
        return asOf == null ? key : key + ":" + asOf.day() + (asOf.then() ? ":then" : ":now");
    }

    /**
     * Reads {@code coming:2026-12} or {@code returned:2026-11-22:2026-11-28}, of a past day with its end and what is
     * known of it, {@code coming:2026-12:2026-11-01:now}; empty when it is neither.
     */
    static Optional<OverviewKey> read(String text) {
        var parts = List.of(text.split(":"));
        try {
            return switch (parts.getFirst()) {
                case "coming" -> parts.size() < 2 ? Optional.empty() : coming(parts.get(1), rest(parts, 2));
                case "returned" ->
                    parts.size() < 3
                            ? Optional.empty()
                            : asOf(rest(parts, 3))
                                    .map(asOf -> new Returned(
                                            LocalDate.parse(parts.get(1)),
                                            LocalDate.parse(parts.get(2)),
                                            asOf.orElse(null)));
                default -> Optional.empty();
            };
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<OverviewKey> coming(String part, List<String> rest) {
        if (!part.matches("past|later|none")) {
            YearMonth.parse(part);
        }
        return asOf(rest).map(asOf -> new Coming(part, asOf.orElse(null)));
    }

    private static List<String> rest(List<String> parts, int from) {
        return parts.subList(from, parts.size());
    }

    /** Empty when it cannot be read; a day of none is now. */
    private static Optional<Optional<AsOf>> asOf(List<String> parts) {
        if (parts.isEmpty()) {
            return Optional.of(Optional.empty());
        }
        return parts.size() == 2 && parts.get(1).matches("now|then")
                ? Optional.of(Optional.of(
                        new AsOf(LocalDate.parse(parts.getFirst()), parts.get(1).equals("then"))))
                : Optional.empty();
    }
}
