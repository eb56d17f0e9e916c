package io.lijevak.imports;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a column writes its numbers. */
public enum NumberStyle {
    /** {@code 1.234,50} or {@code 1 234,50}. */
    COMMA("[+-]?(?:\\d{1,3}(?:[. '’]\\d{3})+|\\d+)(?:,\\d+)?"),
    /** {@code 1,234.50} or {@code 1 234.50}. */
    POINT("[+-]?(?:\\d{1,3}(?:[, '’]\\d{3})+|\\d+)(?:\\.\\d+)?");

    private static final Pattern CURRENCY = Pattern.compile(
            "^(?:€|\\$|£|₽|EUR|USD|GBP|HRK|RUB|CHF|kn)\\s*|\\s*(?:€|\\$|£|₽|EUR|USD|GBP|HRK|RUB|CHF|kn|руб\\.?)$",
            Pattern.CASE_INSENSITIVE);
    private static final int DIGITS = 17;
    private final Pattern pattern;

    NumberStyle(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    boolean reads(String text) {
        return pattern.matcher(bare(text)).matches();
    }

    /** The number, or null where the text is none in this style. */
    @Nullable
    BigDecimal parse(String text) {
        var bare = bare(text);
        if (!pattern.matcher(bare).matches()) {
            return null;
        }
        var plain = this == COMMA ? bare.replaceAll("[. '’]", "").replace(',', '.') : bare.replaceAll("[, '’]", "");
        var number = new BigDecimal(plain);
        return number.precision() - number.scale() > DIGITS ? null : number;
    }

    private static String bare(String text) {
        var bare = CURRENCY.matcher(text.strip().replace('−', '-')).replaceAll("");
        return bare.startsWith("(") && bare.endsWith(")") ? "-" + bare.substring(1, bare.length() - 1) : bare;
    }
}
