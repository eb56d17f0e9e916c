package io.lijevak.reports;

import java.util.Locale;
import java.util.stream.Stream;

/** What the work of a rep is measured by. */
public enum Indicator {
    /** Sum of won deals, in the company's currency. */
    WON_AMOUNT(Unit.AMOUNT, 3),
    WON_COUNT(Unit.COUNT, 0),
    /** Won among won and lost. */
    WIN_RATE(Unit.SHARE, 2),
    /** From opening to winning, on average. */
    DAYS_TO_WIN(Unit.DAYS, 1),
    /** Amount of a won deal, on average. */
    AVERAGE_DEAL(Unit.AMOUNT, 0),
    /** Won amount for each won or lost deal. */
    SALES_PER_DEAL(Unit.AMOUNT, 0),
    CALLS(Unit.COUNT, 0),
    MEETINGS(Unit.COUNT, 0),
    /** Calls, meetings and e-mails about deals that are won, among all of them. */
    EFFICIENCY(Unit.SHARE, 1),
    /** Assignments carried out late or not at all, among those whose deadline came. */
    OVERDUE(Unit.SHARE, 1);

    /** The most that an indicator can weigh. */
    public static final int HEAVIEST = 10;

    private final Unit unit;
    private final int usualWeight;

    /** What its numbers are. */
    public enum Unit {
        AMOUNT,
        COUNT,
        /** Of one. */
        SHARE,
        DAYS
    }

    Indicator(Unit unit, int usualWeight) {
        this.unit = unit;
        this.usualWeight = usualWeight;
    }

    public Unit unit() {
        return unit;
    }

    int usualWeight() {
        return usualWeight;
    }

    /** Those that count by default, and the number of deals behind them: as many as fit a desk. */
    boolean usuallyShown() {
        return usualWeight > 0 || this == WON_COUNT;
    }

    /** Whether luck moves it, and so an interval stands beside it; work that was done is no luck. */
    boolean isLuck() {
        return this != CALLS && this != MEETINGS;
    }

    public boolean lessIsBetter() {
        return this == DAYS_TO_WIN || this == OVERDUE;
    }

    /** Its name in addresses, in JSON and in keys of texts: {@code wonAmount}. */
    public String word() {
        var parts = name().toLowerCase(Locale.ROOT).split("_");
        return parts[0]
                + Stream.of(parts)
                        .skip(1)
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .reduce("", String::concat);
    }
}
