package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a cell of a matrix may tell. */
public enum Measure implements Indicator {
    ENTERED(Kind.DEALS, Figure.ENTERED),
    WON(Kind.DEALS, Figure.WON),
    LOST(Kind.DEALS, Figure.LOST),
    IN_WORK(Kind.DEALS, Figure.IN_WORK),
    RETURNED(Kind.DEALS, Figure.RETURNED),
    CONVERSION(Kind.SHARE, Figure.DECIDED),
    LOSS_SHARE(Kind.SHARE, Figure.DECIDED),
    ENTERED_AMOUNT(Kind.AMOUNT, Figure.ENTERED),
    WON_AMOUNT(Kind.AMOUNT, Figure.WON),
    LOST_AMOUNT(Kind.AMOUNT, Figure.LOST),
    IN_WORK_AMOUNT(Kind.AMOUNT, Figure.IN_WORK),
    EXPECTED(Kind.AMOUNT, Figure.IN_WORK),
    MEDIAN_DAYS(Kind.DAYS, Figure.TIMED),
    AVERAGE_DAYS(Kind.DAYS, Figure.TIMED),
    MEDIAN_DAYS_TO_WIN(Kind.DAYS, Figure.WON),
    AVERAGE_DAYS_TO_WIN(Kind.DAYS, Figure.WON);

    /** How a measure is written. */
    public enum Kind {
        DEALS,
        SHARE,
        AMOUNT,
        DAYS
    }

    private final Kind kind;
    private final Figure figure;

    Measure(Kind kind, Figure figure) {
        this.kind = kind;
        this.figure = figure;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public Figure figure() {
        return figure;
    }

    @Override
    public boolean timed() {
        return kind == Kind.DAYS;
    }

    /** Its name in formulas. */
    public String code() {
        return switch (kind) {
            case DEALS -> name().toLowerCase(Locale.ROOT) + ".count";
            case SHARE -> name().toLowerCase(Locale.ROOT);
            case AMOUNT -> name().toLowerCase(Locale.ROOT).replace("_amount", "") + ".amount";
            case DAYS -> daysCode();
        };
    }

    private String daysCode() {
        var words = name().toLowerCase(Locale.ROOT).split("_", 2);
        return words[1] + "." + words[0];
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure of a cell; null where it says nothing: no deal was decided, or no duration is known. */
    @Override
    public @Nullable BigDecimal of(Figures figures) {
        return switch (this) {
            case ENTERED -> BigDecimal.valueOf(figures.entered().count());
            case WON -> BigDecimal.valueOf(figures.won().count());
            case LOST -> BigDecimal.valueOf(figures.lost().count());
            case IN_WORK -> BigDecimal.valueOf(figures.inWork().count());
            case RETURNED -> BigDecimal.valueOf(figures.returned().count());
            case CONVERSION -> share(figures.conversion());
            case LOSS_SHARE -> share(figures.lossShare());
            case ENTERED_AMOUNT -> figures.entered().amount();
            case WON_AMOUNT -> figures.won().amount();
            case LOST_AMOUNT -> figures.lost().amount();
            case IN_WORK_AMOUNT -> figures.inWork().amount();
            case EXPECTED -> figures.expected();
            case MEDIAN_DAYS -> figures.days().median();
            case AVERAGE_DAYS -> figures.days().average();
            case MEDIAN_DAYS_TO_WIN -> figures.daysToWin().median();
            case AVERAGE_DAYS_TO_WIN -> figures.daysToWin().average();
        };
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : BigDecimal.valueOf(share.getAsDouble()).setScale(6, RoundingMode.HALF_UP);
    }
}
