package io.lijevak.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of spreadsheets by their number format: dates, leading zeros shown by the format, plain numbers. */
final class SheetNumbers {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*]");
    private static final Pattern DATE_LETTERS = Pattern.compile("[ymdhsYMDHS]");
    private static final Pattern ONLY_ZEROS = Pattern.compile("0{2,30}");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

    /** As many digits as a spreadsheet keeps; what its binary fractions have beyond them is noise. */
    private static final MathContext DIGITS = new MathContext(15);

    private SheetNumbers() {}

    static Cell read(BigDecimal value, int formatId, @Nullable String format, boolean dates1904) {
        if (isDate(formatId, format) && value.signum() > 0 && value.compareTo(BigDecimal.valueOf(2_958_466)) < 0) {
            return date(dateOf(value, dates1904));
        }
        var kept = value.scale() > 0 ? value.round(DIGITS) : value;
        var plain = kept.stripTrailingZeros().toPlainString();
        if (format != null && ONLY_ZEROS.matcher(format).matches() && plain.matches("\\d+")) {
            plain = "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
        }
        return new Cell(Cell.Kind.NUMBER, plain);
    }

    static Cell date(LocalDateTime date) {
        var text = date.toLocalTime().toSecondOfDay() == 0
                ? date.toLocalDate().toString()
                : date.withNano(0).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        return new Cell(Cell.Kind.DATE, text);
    }

    /** The date of an Excel serial; seconds are rounded, for the serials are binary fractions. */
    static LocalDateTime dateOf(BigDecimal serial, boolean dates1904) {
        var days = serial.longValue() + (dates1904 ? 1462 : 0);
        var seconds = Math.round(serial.remainder(BigDecimal.ONE)
                .multiply(BigDecimal.valueOf(86_400))
                .doubleValue());
        return EPOCH.plusDays(days < 60 && !dates1904 ? days + 1 : days).plusSeconds(seconds);
    }

    private static boolean isDate(int id, @Nullable String format) {
        if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.toLowerCase(Locale.ROOT).contains("general")) {
            return false;
        }
        var bare = QUOTED.matcher(format).replaceAll("");
        return DATE_LETTERS.matcher(bare).find() && !bare.contains("#");
    }
}
