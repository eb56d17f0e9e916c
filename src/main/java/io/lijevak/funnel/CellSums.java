package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** What a cell adds up: deals, amounts in minor units and durations. A sum that does not fit in 64 bits is refused. */
final class CellSums {
    private final long[] deals = new long[FactRow.RETURNED + 1];
    private final long[] amounts = new long[FactRow.RETURNED + 1];
    private final long[] unknown = new long[FactRow.RETURNED + 1];
    private final Durations days = new Durations();
    private final Durations daysToWin = new Durations();
    /** Amounts times probability in percent. */
    private long expected;

    /** A deal by what became of it. */
    void add(int outcome, long amount) {
        deals[outcome]++;
        if (amount == Numbers.UNKNOWN) {
            unknown[outcome]++;
        } else {
            amounts[outcome] = Math.addExact(amounts[outcome], amount);
        }
    }

    /** So many deals by what became of them, with the sum of the amounts that are known. */
    void add(int outcome, long number, long amount, long withoutAmount) {
        deals[outcome] += number;
        amounts[outcome] = Math.addExact(amounts[outcome], amount);
        unknown[outcome] += withoutAmount;
    }

    /** The sums of a cell, begun where there are none. */
    static CellSums of(@Nullable CellSums[] cells, int cell) {
        var sums = cells[cell];
        if (sums == null) {
            sums = new CellSums();
            cells[cell] = sums;
        }
        return sums;
    }

    /** How long deals stayed. */
    Durations days() {
        return days;
    }

    /** How long deals took to be won. */
    Durations daysToWin() {
        return daysToWin;
    }

    /** The amount of a deal that stands at a stage of this probability in percent. */
    void expect(long amount, int probability) {
        if (amount != Numbers.UNKNOWN) {
            expected = Math.addExact(expected, Math.multiplyExact(amount, (long) probability));
        }
    }

    CellSums add(CellSums other) {
        for (var outcome = 0; outcome < deals.length; outcome++) {
            deals[outcome] += other.deals[outcome];
            amounts[outcome] = Math.addExact(amounts[outcome], other.amounts[outcome]);
            unknown[outcome] += other.unknown[outcome];
        }
        days.add(other.days);
        daysToWin.add(other.daysToWin);
        expected = Math.addExact(expected, other.expected);
        return this;
    }

    Figures figures(boolean expects) {
        return new Figures(
                tally(FactRow.ADVANCED).plus(tally(FactRow.WON)),
                tally(FactRow.LOST),
                tally(FactRow.OPEN),
                tally(FactRow.RETURNED),
                days.days(),
                daysToWin.days(),
                expects ? BigDecimal.valueOf(expected, 4).setScale(2, RoundingMode.HALF_UP) : null);
    }

    private Tally tally(int outcome) {
        return new Tally(deals[outcome], BigDecimal.valueOf(amounts[outcome], 2), unknown[outcome]);
    }
}
