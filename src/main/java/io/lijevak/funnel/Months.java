package io.lijevak.funnel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The months of a zone as codes from 0; a moment that is not known has the code after the last. */
final class Months {
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
        var place = Arrays.binarySearch(begins, second);
        return place >= 0 ? place : -place - 2;
    }
}
