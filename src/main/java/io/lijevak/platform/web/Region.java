package io.lijevak.platform.web;

import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The writing customs of a region, made once: separators of numbers, patterns of dates, first day of the week. */
record Region(
        Locale locale,
        char decimal,
        char grouping,
        DateTimeFormatter date,
        DateTimeFormatter dayAndMonth,
        DateTimeFormatter dateTime,
        DateTimeFormatter time,
        DateTimeFormatter month,
        DateTimeFormatter shortMonth,
        DayOfWeek weekStart) {
    private static final Map<Locale, Region> KNOWN = new ConcurrentHashMap<>();

    static Region of(Locale locale) {
        return KNOWN.computeIfAbsent(locale, Region::make);
    }

    private static Region make(Locale locale) {
        return switch (locale.getLanguage()) {
            case "hr" -> make(locale, ',', '.', "d.\u00a0M.\u00a0yyyy.", "d.\u00a0M.", "LLLL yyyy.");
            case "ru" -> make(locale, ',', '\u00a0', "dd.MM.yyyy", "dd.MM", "LLLL yyyy");
            default -> make(locale, '.', ',', "dd/MM/yyyy", "dd/MM", "LLLL yyyy");
        };
    }

    private static Region make(Locale locale, char decimal, char grouping, String date, String day, String month) {
        return new Region(
                locale,
                decimal,
                grouping,
                DateTimeFormatter.ofPattern(date, locale),
                DateTimeFormatter.ofPattern(day, locale),
                DateTimeFormatter.ofPattern(date + "\u00a0HH:mm", locale),
                DateTimeFormatter.ofPattern("HH:mm", locale),
                DateTimeFormatter.ofPattern(month, locale),
                DateTimeFormatter.ofPattern("LLL", locale),
                WeekFields.of(locale).getFirstDayOfWeek());
    }
}
