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
 * @param known as of a past day: what is known now of it, or what was known then
 */
public record FunnelQuery(
        FunnelView view,
        @Nullable Long dealType,
        Period period,
        PeriodRule rule,
        @Nullable LocalDate asOf,
        PotentialMoment potential,
        Counting counting,
        FunnelFilter filter,
        Known known) {
    public FunnelQuery {
        known = asOf == null ? Known.NOW : known;
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

    /** The question to what is known now. */
    public FunnelQuery(
            FunnelView view,
            @Nullable Long dealType,
            Period period,
            PeriodRule rule,
            @Nullable LocalDate asOf,
            PotentialMoment potential,
            Counting counting,
            FunnelFilter filter) {
        this(view, dealType, period, rule, asOf, potential, counting, filter, Known.NOW);
    }

    public FunnelQuery ofType(long type) {
        return new FunnelQuery(view, type, period, rule, asOf, potential, counting, filter, known);
    }
}
