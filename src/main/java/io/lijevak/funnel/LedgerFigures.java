package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what was decided of deals one by one, to what a cell of a matrix tells. */
final class LedgerFigures {
    private static final long DAY = 86_400;
    private final FunnelType type;
    private final @Nullable Long stage;
    private final Map<String, Tally> tallies = new HashMap<>();
    private final List<Long> days = new ArrayList<>();
    private final List<Long> daysToWin = new ArrayList<>();
    /** Amounts times probability in percent. */
    private BigDecimal expected = BigDecimal.ZERO;

    /** {@code stage}: the one that the cell is of; null = over all. */
    LedgerFigures(FunnelType type, @Nullable Long stage) {
        this.type = type;
        this.stage = stage;
    }

    /** Deals that are out of the number add nothing. */
    void add(Inclusion.Verdict verdict) {
        if (verdict.why() != null) {
            return;
        }
        var amount = verdict.amount();
        var came = verdict.came().equals("ADVANCED") ? "WON" : verdict.came();
        tallies.merge(
                came, amount == null ? new Tally(1, Tally.NONE.amount(), 1) : new Tally(1, amount, 0), Tally::plus);
        if (verdict.seconds() != null) {
            days.add(verdict.seconds());
        }
        if (verdict.toWin() != null) {
            daysToWin.add(verdict.toWin());
        }
        var percent = probability(verdict.stands());
        if (amount != null && percent != null) {
            expected = expected.add(amount.multiply(BigDecimal.valueOf(percent)));
        }
    }

    private @Nullable Integer probability(@Nullable Long of) {
        for (var step : type.steps()) {
            if (of != null && step.id() == of) {
                return step.probability();
            }
        }
        return null;
    }

    Figures figures() {
        if (tallies.isEmpty()) {
            return Figures.NONE;
        }
        var expects = stage == null
                ? type.steps().stream().anyMatch(step -> step.probability() != null)
                : probability(stage) != null;
        return new Figures(
                of("WON"),
                of("LOST"),
                of("OPEN"),
                of("RETURNED"),
                days(days),
                days(daysToWin),
                expects ? expected.movePointLeft(2).setScale(2, RoundingMode.HALF_UP) : null);
    }

    private Tally of(String came) {
        return tallies.getOrDefault(came, Tally.NONE);
    }

    /** The average of the exact times; the median of the times rounded to a tenth of a day. */
    private static Days days(List<Long> seconds) {
        if (seconds.isEmpty()) {
            return Days.NONE;
        }
        var sum = seconds.stream().mapToLong(Long::longValue).sum();
        var tenths = seconds.stream()
                .map(one -> BigDecimal.valueOf(one).divide(BigDecimal.valueOf(DAY / 10), 0, RoundingMode.HALF_UP))
                .sorted()
                .toList();
        var middle = tenths.get((tenths.size() - 1) / 2).add(tenths.get(tenths.size() / 2));
        return new Days(
                BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(DAY * seconds.size()), 1, RoundingMode.HALF_UP),
                middle.divide(BigDecimal.valueOf(20), 1, RoundingMode.HALF_UP),
                seconds.size());
    }
}
