package io.lijevak.funnel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The months of a zone as codes from 0; a moment that is not known has the code after the last. */
final class Months {
    /** Seconds of a month, rounded up so that no later one is guessed than there is. */
    private static final long AVERAGE = 31 * 86_400L;

    private final List<YearMonth> months;
    private final long[] begins;

    /** The months from that of one moment to that of another, in seconds since 1970; none when these are not known. */
    Months(long first, long last, ZoneId zone) {
        months = first > last
                ? List.of()
                : Stream.iterate(month(first, zone), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(month(last, zone)))
                        .toList();
        begins = months.stream()
                .flatMapToLong(
                        month -> LongStream.of(month.atDay(1).atStartOfDay(zone).toEpochSecond()))
                .toArray();
    }

    private static YearMonth month(long second, ZoneId zone) {
        return YearMonth.from(Instant.ofEpochSecond(second).atZone(zone));
    }

    List<String> names() {
        return months.stream().map(YearMonth::toString).toList();
    }

    int of(long second) {
        if (second == Numbers.UNKNOWN) {
            return begins.length;
        }
        var place = (int) Math.min((second - begins[0]) / AVERAGE, begins.length - 1);
        while (second < begins[place]) {
            place--;
        }
        while (place + 1 < begins.length && second >= begins[place + 1]) {
            place++;
        }
        return place;
    }
}
