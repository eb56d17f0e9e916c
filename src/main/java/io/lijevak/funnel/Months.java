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
    /** Moments are told apart by this many bits of seconds less: some nine hours, in which no two months begin. */
    private static final int COARSE = 15;

    private final List<YearMonth> months;
    /** Where each month begins, and one more that never does. */
    private final long[] begins;
    /** The month at the begin of each nine hours since the first begins. */
    private final int[] coarse;

    /** The months from that of one moment to that of another, in seconds since 1970; none when these are not known. */
    Months(long first, long last, ZoneId zone) {
        months = first > last
                ? List.of()
                : Stream.iterate(month(first, zone), month -> month.plusMonths(1))
                        .takeWhile(month -> !month.isAfter(month(last, zone)))
                        .toList();
        var begun = months.stream()
                .flatMapToLong(
                        month -> LongStream.of(month.atDay(1).atStartOfDay(zone).toEpochSecond()))
                .toArray();
        begins = Arrays.copyOf(begun, begun.length + 1);
        begins[begun.length] = Long.MAX_VALUE;
        coarse = new int[months.isEmpty() ? 0 : (int) ((last - begins[0]) >> COARSE) + 1];
        for (var i = 1; i < coarse.length; i++) {
            coarse[i] = coarse[i - 1] + (begins[0] + ((long) i << COARSE) >= begins[coarse[i - 1] + 1] ? 1 : 0);
        }
    }

    private static YearMonth month(long second, ZoneId zone) {
        return YearMonth.from(Instant.ofEpochSecond(second).atZone(zone));
    }

    List<String> names() {
        return months.stream().map(YearMonth::toString).toList();
    }

    /** The code of a moment that is not known, or lies between the two. */
    int of(long second) {
        if (second == Numbers.UNKNOWN) {
            return months.size();
        }
        var month = coarse[(int) ((second - begins[0]) >> COARSE)];
        return second >= begins[month + 1] ? month + 1 : month;
    }
}
