package io.lijevak.platform.web;

import io.lijevak.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers, money and dates as the company's region writes them, with no-break spaces inside. */
public final class Formats {
    private static final char NO_BREAK = '\u00a0';
    private static final char MINUS = '\u2212';
    private final Region region;
    private final Region words;
    private final ZoneId zone;

    public Formats(Locale region, ZoneId zone) {
        this(region, zone, region);
    }

    /** As the region writes them, with the months' names in the reader's language. */
    public Formats(Locale region, ZoneId zone, Locale language) {
        this.region = Region.of(region);
        this.words = Region.of(language);
        this.zone = zone;
    }

    public String number(long value) {
        return grouped(BigDecimal.valueOf(value));
    }

    public String decimal(BigDecimal value, int digits) {
        return grouped(value.setScale(digits, RoundingMode.HALF_UP));
    }

    /** A number with every decimal it has, at least two. */
    public String exact(BigDecimal value) {
        return decimal(value, Math.max(2, value.stripTrailingZeros().scale()));
    }

    /** A number as one would type it into a field: the region's decimal sign, no grouping. */
    public String input(BigDecimal value) {
        return value.toPlainString().replace('.', region.decimal());
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
        var digits = decimal(BigDecimal.valueOf(share).movePointRight(2), 1);
        return region.locale().getLanguage().equals("en") ? digits + "%" : digits + NO_BREAK + "%";
    }

    /** The number, or the most that is counted with a plus. */
    public String number(int counted, int most) {
        return counted > most ? number(most) + "+" : number(counted);
    }

    /** A day of an address, such as 2026-03-31; what cannot be read stays as it is. */
    public String dateOrWord(String day) {
        try {
            return date(LocalDate.parse(day));
        } catch (DateTimeException unreadable) {
            return day;
        }
    }

    public String date(@Nullable LocalDate date) {
        return date == null ? "" : region.date().format(date);
    }

    public String date(@Nullable Instant instant) {
        return instant == null ? "" : date(day(instant));
    }

    /** The day and month without the year, for dates close by. */
    public String dayAndMonth(LocalDate date) {
        return region.dayAndMonth().format(date);
    }

    public String dateTime(@Nullable Instant instant) {
        return instant == null ? "" : region.dateTime().format(instant.atZone(zone));
    }

    public String time(Instant instant) {
        return region.time().format(instant.atZone(zone));
    }

    /** The day an instant falls on for the reader. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /** A month standing alone, such as "studeni 2026.", for headings and axes. */
    public String month(YearMonth month) {
        return words.month().format(month);
    }

    /** A month's short name standing alone, for narrow axes. */
    public String shortMonth(YearMonth month) {
        return words.shortMonth().format(month);
    }

    public DayOfWeek weekStart() {
        return region.weekStart();
    }

    public Locale region() {
        return region.locale();
    }

    public ZoneId zone() {
        return zone;
    }

    private String grouped(BigDecimal value) {
        var plain = value.abs().toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var text = new StringBuilder(plain.length() + 8);
        if (value.signum() < 0) {
            text.append(MINUS);
        }
        for (var i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(region.grouping());
            }
            text.append(whole.charAt(i));
        }
        if (point >= 0) {
            text.append(region.decimal()).append(plain, point + 1, plain.length());
        }
        return text.toString();
    }
}
