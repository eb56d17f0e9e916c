package io.lijevak.tasks.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How much of the calendar is shown. */
public enum CalendarView {
    DAY,
    WEEK,
    MONTH;

    static CalendarView of(String word) {
        return Stream.of(values())
                .filter(view -> view.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(WEEK);
    }

    /** The days it shows around a date; a month in whole weeks. */
    List<LocalDate> days(LocalDate date, DayOfWeek weekStart) {
        var first = switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(weekStart));
            case MONTH -> date.withDayOfMonth(1).with(TemporalAdjusters.previousOrSame(weekStart));
        };
        var last = switch (this) {
            case DAY -> first;
            case WEEK -> first.plusDays(6);
            case MONTH ->
                date.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.nextOrSame(weekStart.minus(1)));
        };
        return first.datesUntil(last.plusDays(1)).toList();
    }

    LocalDate step(LocalDate date, int by) {
        return switch (this) {
            case DAY -> date.plusDays(by);
            case WEEK -> date.plusWeeks(by);
            case MONTH -> date.plusMonths(by);
        };
    }
}
