package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** A cell as the database counted it, group by group; its sums have any size. */
final class CountedCell {
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Durations days = new Durations();
    private final Durations daysToWin = new Durations();
    /** Amounts times probability in percent. */
    private BigDecimal expected = BigDecimal.ZERO;

    /** A row of {@link CountInDatabase}; {@code ofStages} counts by what became of deals in a stage, else by their state. */
    void add(Record row, boolean ofStages, FunnelType type) {
        var outcome = (String) row.get("outcome");
        var state = (String) row.get("state");
        var tenths = (Long) row.get("tenths");
        var deals = (Long) Objects.requireNonNull(row.get("deals"));
        if (outcome == null && state == null) {
            daysToWin.add(Objects.requireNonNull(tenths), deals, seconds(row));
            return;
        }
        var came = ofStages ? outcome : state;
        if (came == null) {
            return;
        }
        var amount = Objects.requireNonNullElse((BigDecimal) row.get("amount"), Tally.NONE.amount());
        tallies.merge(came, new Tally(deals, amount, deals - (Long) row.get("known")), Tally::plus);
        if (ofStages && tenths != null) {
            days.add(tenths, deals, seconds(row));
        }
        expected = expected.add(amount.multiply(BigDecimal.valueOf(probability((Long) row.get("stands"), type))));
    }

    private static long seconds(Record row) {
        return ((BigDecimal) Objects.requireNonNull(row.get("seconds"))).longValueExact();
    }

    private static int probability(@Nullable Long stage, FunnelType type) {
        return stage == null
                ? 0
                : type.steps().stream()
                        .filter(step -> step.id() == stage)
                        .findFirst()
                        .map(FunnelStage::probability)
                        .orElse(0);
    }

    Figures figures(boolean expects) {
        return new Figures(
                of("ADVANCED").plus(of("WON")),
                of("LOST"),
                of("OPEN"),
                of("RETURNED"),
                days.days(),
                daysToWin.days(),
                expects ? expected.divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP) : null);
    }

    private Tally of(String came) {
        return tallies.getOrDefault(came, Tally.NONE);
    }
}
