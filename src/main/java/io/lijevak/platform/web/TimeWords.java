package io.lijevak.platform.web;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Time in words of a language: "3 days ago", "in 2 weeks", "yesterday", "Saturday". */
final class TimeWords {
    private final Locale language;
    private final RelativeDateTimeFormatter words;

    TimeWords(Locale language) {
        this.language = language;
        this.words = RelativeDateTimeFormatter.getInstance(
                ULocale.forLocale(language),
                NumberFormat.getIntegerInstance(language),
                RelativeDateTimeFormatter.Style.LONG,
                DisplayContext.CAPITALIZATION_NONE);
    }

    /** How long ago, or in how long; days are those of the calendar, so that last night is yesterday. */
    String between(Instant then, Instant now, ZoneId zone) {
        var days = ChronoUnit.DAYS.between(
                then.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
        if (days != 0) {
            return days(days);
        }
        var passed = Duration.between(then, now);
        var minutes = Math.abs(passed.toMinutes());
        if (minutes == 0) {
            return words.format(Direction.PLAIN, RelativeDateTimeFormatter.AbsoluteUnit.NOW);
        }
        var way = passed.isNegative() ? Direction.NEXT : Direction.LAST;
        return minutes < 60
                ? words.format(minutes, way, RelativeUnit.MINUTES)
                : words.format(minutes / 60, way, RelativeUnit.HOURS);
    }

    /** The day as a reader thinks of it: today, yesterday, tomorrow or its weekday. */
    String day(LocalDate day, LocalDate today) {
        var days = ChronoUnit.DAYS.between(day, today);
        var name = Math.abs(days) <= 1
                ? days(days)
                : day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private String days(long days) {
        if (Math.abs(days) <= 1) {
            var way = days == 0 ? Direction.THIS : days > 0 ? Direction.LAST : Direction.NEXT;
            return words.format(way, RelativeDateTimeFormatter.AbsoluteUnit.DAY);
        }
        var way = days > 0 ? Direction.LAST : Direction.NEXT;
        var size = Math.abs(days);
        if (size < 30) {
            return words.format(size, way, RelativeUnit.DAYS);
        }
        return size < 365
                ? words.format(size / 30, way, RelativeUnit.MONTHS)
                : words.format(size / 365, way, RelativeUnit.YEARS);
    }
}
