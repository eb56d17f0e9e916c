package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Period;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question to the funnel.
 *
 * @param dealType null asks for the type with most deals
 * @param asOf the day at whose end the deals are looked at; null = now
 */
public record FunnelQuery(
        FunnelView view,
        @Nullable Long dealType,
        Period period,
        PeriodRule rule,
        @Nullable LocalDate asOf,
        PotentialMoment potential,
        Counting counting,
        FunnelFilter filter) {
    public FunnelQuery {
        if (view == FunnelView.ACTIVE && rule == PeriodRule.CLOSED) {
            throw InvalidInput.at("rule", "funnel.error.rule.active");
        }
        if (counting == Counting.PROVEN
                && (view != FunnelView.ACTIVE
                        || rule != PeriodRule.SNAPSHOT
                        || asOf != null
                        || potential != PotentialMoment.CURRENT)) {
            throw InvalidInput.at("counting", "funnel.error.counting.proven");
        }
    }

    public FunnelQuery ofType(long type) {
        return new FunnelQuery(view, type, period, rule, asOf, potential, counting, filter);
    }
}
