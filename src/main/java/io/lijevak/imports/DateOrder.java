package io.lijevak.imports;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column orders the parts of its dates; years of four digits in front and dates with dots are told without it. */
public enum DateOrder {
    DAY_MONTH,
    MONTH_DAY;

    private static final Pattern PARTS =
            Pattern.compile("(\\d{1,4})\\s*[-./]\\s*(\\d{1,2})\\s*[-./]\\s*(\\d{1,4})\\.?\\s*(?:г\\.?)?"
                    + "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*(?:Z|[+-]\\d{2}:?\\d{2})?)?");
    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(?:\\.\\d+)?");

    static boolean looksLikeDate(String text) {
        return DAY_MONTH.parse(text, false) != null || MONTH_DAY.parse(text, false) != null;
    }

    /** The only order in which the text can be a date, null where both or none are possible. */
    static @Nullable DateOrder only(String text) {
        if (text.contains(".")) {
            return null;
        }
        var day = DAY_MONTH.parse(text, false) != null;
        var month = MONTH_DAY.parse(text, false) != null;
        return day == month ? null : day ? DAY_MONTH : MONTH_DAY;
    }

    /** The date, with its time where given, or null where the text is none. */
    @Nullable
    LocalDateTime parse(Cell cell) {
        return parse(cell.text(), true);
    }

    private @Nullable LocalDateTime parse(String text, boolean serials) {
        if (serials && SERIAL.matcher(text).matches()) {
            return SheetNumbers.dateOf(new BigDecimal(text), false);
        }
        var parts = PARTS.matcher(text.strip());
        try {
            return parts.matches() ? date(parts, text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private @Nullable LocalDateTime date(Matcher parts, String text) {
        var first = Integer.parseInt(parts.group(1));
        var second = Integer.parseInt(parts.group(2));
        var third = Integer.parseInt(parts.group(3));
        if (parts.group(1).length() == 4) {
            return at(first, second, third, parts);
        }
        if (parts.group(1).length() > 2
                || parts.group(3).length() == 3
                || parts.group(3).length() == 1) {
            return null;
        }
        var year = third > 99 ? third : third < 70 ? 2000 + third : 1900 + third;
        return this == DAY_MONTH || text.contains(".")
                ? at(year, second, first, parts)
                : at(year, first, second, parts);
    }

    private static @Nullable LocalDateTime at(int year, int month, int day, Matcher parts) {
        if (year < 1900 || year > 2200) {
            return null;
        }
        var hour = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
        var minute = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        var second = parts.group(6) == null ? 0 : Integer.parseInt(parts.group(6));
        return LocalDateTime.of(year, month, day, hour, minute, second);
    }
}
