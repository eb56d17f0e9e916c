package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonthsTests {
    @ParameterizedTest
    @ValueSource(strings = {"Europe/Zagreb", "America/St_Johns", "Pacific/Apia", "UTC"})
    void aMomentHasTheMonthOfItsZone(String name) {
        var zone = ZoneId.of(name);
        var first = Instant.parse("2009-03-29T00:59:59Z").getEpochSecond();
        var last = Instant.parse("2026-10-31T23:00:00Z").getEpochSecond();
        var months = new Months(first, last, zone);
        var begins = LongStream.rangeClosed(2010, 2026)
                .map(year ->
                        YearMonth.of((int) year, 1).atDay(1).atStartOfDay(zone).toEpochSecond())
                .flatMap(begin -> LongStream.of(begin - 1, begin));
        LongStream.concat(
                        LongStream.of(first, last), LongStream.concat(begins, new Random(7).longs(10_000, first, last)))
                .forEach(second -> assertThat(months.names().get(months.of(second)))
                        .isEqualTo(YearMonth.from(Instant.ofEpochSecond(second).atZone(zone))
                                .toString()));
    }

    @Test
    void whatIsNotKnownComesAfterTheLastMonth() {
        assertThat(new Months(0, 0, ZoneId.of("UTC")).of(Numbers.UNKNOWN)).isEqualTo(1);
        assertThat(new Months(1, 0, ZoneId.of("UTC")).of(Numbers.UNKNOWN)).isZero();
    }
}
