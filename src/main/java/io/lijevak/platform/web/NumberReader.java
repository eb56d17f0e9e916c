package io.lijevak.platform.web;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people type it: {@code 1.234,50}, {@code 1 234,50} and {@code 1,234.50} are all read. Only where one
 * separator could mean both ({@code 1.234}) the region decides, and what stays in doubt is refused rather than guessed.
 */
final class NumberReader {
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2007\\u2009\\u202f]+");
    private static final Pattern NUMBER =
            Pattern.compile("([-\\u2212]?)(?:([1-9]\\d{0,2}(?:([ .,])\\d{3})(?:\\3\\d{3})*)|(\\d+))(?:([.,])(\\d+))?");
    private final char decimal;
    private final char grouping;

    NumberReader(Locale region) {
        decimal = region.getLanguage().equals("en") ? '.' : ',';
        grouping = switch (region.getLanguage()) {
            case "hr" -> '.';
            case "ru" -> ' ';
            default -> ',';
        };
    }

    Optional<BigDecimal> read(String typed) {
        var match = NUMBER.matcher(SPACES.matcher(typed.strip()).replaceAll(" "));
        if (!match.matches()) {
            return Optional.empty();
        }
        var sign = match.group(1).isEmpty() ? "" : "-";
        var fraction = match.group(6) == null ? "" : "." + match.group(6);
        if (match.group(4) != null) {
            return Optional.of(new BigDecimal(sign + match.group(4) + fraction));
        }
        var grouped = match.group(2);
        var separator = match.group(3).charAt(0);
        if (match.group(5) != null && match.group(5).charAt(0) == separator) {
            return Optional.empty();
        }
        var once = grouped.indexOf(separator) == grouped.lastIndexOf(separator);
        var clear = separator == ' ' || separator == grouping || !once || !fraction.isEmpty();
        if (clear) {
            return Optional.of(new BigDecimal(sign + grouped.replace(String.valueOf(separator), "") + fraction));
        }
        return separator == decimal
                ? Optional.of(new BigDecimal(sign + grouped.replace(separator, '.')))
                : Optional.empty();
    }
}
