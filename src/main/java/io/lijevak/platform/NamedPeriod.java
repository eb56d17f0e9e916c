package io.lijevak.platform;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A period that moves on with the day it is. */
public enum NamedPeriod {
    THIS_MONTH,
    LAST_MONTH,
    THIS_QUARTER,
    LAST_QUARTER,
    THIS_YEAR,
    LAST_YEAR,
    LAST_12_MONTHS;

    /** Its name in addresses and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<NamedPeriod> of(String word) {
        return Stream.of(values()).filter(period -> period.word().equals(word)).findFirst();
    }

    /** The name that a period has today. */
    public static Optional<NamedPeriod> naming(Period period, LocalDate today) {
        return Stream.of(values()).filter(each -> each.on(today).equals(period)).findFirst();
    }

    /** Its days, seen from the given one. */
    public Period on(LocalDate today) {
        var month = today.withDayOfMonth(1);
        var quarter = LocalDate.of(today.getYear(), today.getMonth().firstMonthOfQuarter(), 1);
        var year = LocalDate.of(today.getYear(), Month.JANUARY, 1);
        return switch (this) {
            case THIS_MONTH -> until(month, month.plusMonths(1));
            case LAST_MONTH -> until(month.minusMonths(1), month);
            case THIS_QUARTER -> until(quarter, quarter.plusMonths(3));
            case LAST_QUARTER -> until(quarter.minusMonths(3), quarter);
            case THIS_YEAR -> until(year, year.plusYears(1));
            case LAST_YEAR -> until(year.minusYears(1), year);
            case LAST_12_MONTHS -> Period.lastTwelveMonths(today);
        };
    }

    private static Period until(LocalDate from, LocalDate next) {
        return new Period(from, next.minusDays(1));
    }
}
