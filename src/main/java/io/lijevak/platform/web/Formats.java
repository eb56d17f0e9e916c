package io.lijevak.platform.web;

import io.lijevak.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, money and dates as the company's region writes them, with no-break spaces inside. */
public final class Formats {
    private static final char NO_BREAK = '\u00a0';
    private final Locale region;
    private final ZoneId zone;

    public Formats(Locale region, ZoneId zone) {
        this.region = region;
        this.zone = zone;
    }

    public String number(long value) {
        return NumberFormat.getIntegerInstance(region).format(value);
    }

    public String decimal(BigDecimal value, int digits) {
        var format = NumberFormat.getNumberInstance(region);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    /** A number as one would type it into a field: the region's decimal sign, no grouping. */
    public String input(BigDecimal value) {
        var plain = value.toPlainString();
        return region.getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    public String money(@Nullable Money money) {
        return money == null ? "" : decimal(money.value(), 2) + NO_BREAK + money.currency();
    }

    /** Money without its cents, for sums in heads and charts. */
    public String wholeMoney(@Nullable Money money) {
        return money == null ? "" : decimal(money.value(), 0) + NO_BREAK + money.currency();
    }

    /** A share of one as a percentage with one decimal. */
    public String percent(double share) {
        var digits = decimal(BigDecimal.valueOf(share * 100), 1);
        return region.getLanguage().equals("en") ? digits + "%" : digits + NO_BREAK + "%";
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofPattern(datePattern(), region).format(date);
    }

    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(zone).toLocalDate());
    }

    public String dateTime(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern(datePattern() + " HH:mm", region).format(instant.atZone(zone));
    }

    public String time(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", region).format(instant.atZone(zone));
    }

    public Locale region() {
        return region;
    }

    public ZoneId zone() {
        return zone;
    }

    private String datePattern() {
        return switch (region.getLanguage()) {
            case "hr" -> "d.\u00a0M.\u00a0yyyy.";
            case "ru" -> "dd.MM.yyyy";
            default -> "dd/MM/yyyy";
        };
    }
}
