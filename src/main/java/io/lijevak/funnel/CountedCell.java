package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A cell as the database counted it, group by group; its sums have any size. */
final class CountedCell {
    private final Map<String, Tally> tallies = new HashMap<>();
    private final Durations days = new Durations();
    private final Durations daysToWin = new Durations();
    /** Amounts times probability in percent. */
    private BigDecimal expected = BigDecimal.ZERO;

    /** {@code ofStages} counts by what became of deals in a stage, else by their state. */
    void add(CountedRow row, boolean ofStages, FunnelType type) {
        if (row.outcome() == null && row.state() == null) {
            daysToWin.add(Objects.requireNonNull(row.tenths()), row.deals(), seconds(row));
            return;
        }
        var came = ofStages ? row.outcome() : row.state();
        if (came == null) {
            return;
        }
        var amount = Objects.requireNonNullElse(row.amount(), Tally.NONE.amount());
        tallies.merge(came, new Tally(row.deals(), amount, row.deals() - row.known()), Tally::plus);
        if (ofStages && row.tenths() != null) {
            days.add(row.tenths(), row.deals(), seconds(row));
        }
        expected = expected.add(amount.multiply(BigDecimal.valueOf(probability(row.stands(), type))));
    }

    private static long seconds(CountedRow row) {
        return Objects.requireNonNull(row.seconds()).longValueExact();
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
