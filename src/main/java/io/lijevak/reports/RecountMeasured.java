package io.lijevak.reports;

import io.lijevak.funnel.Density;
import io.lijevak.funnel.RecountRate;
import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a rep counted again: the intervals of {@link Measured} worked out otherwise, with quantiles from
 * densities that are added up ({@link Density}) and shares from {@link RecountRate}.
 */
final class RecountMeasured {
    private static final double TAIL = 0.05;

    private RecountMeasured() {}

    /**
     * Null of an indicator that nothing tells of.
     *
     * @param everybody the work of all reps, towards whose shares the rep's is drawn
     */
    static @Nullable Measured of(Indicator indicator, RepWork work, Collection<RepWork> everybody) {
        var deals = work.deals();
        return switch (indicator) {
            case WON_AMOUNT -> total(deals.amount(), deals.squares(), deals.won());
            case WON_COUNT -> events(deals.won());
            case DAYS_TO_WIN -> mean(deals.days(), deals.daysSquares(), deals.timed());
            case AVERAGE_DEAL -> amounts(deals, deals.valued());
            case SALES_PER_DEAL -> amounts(deals, deals.decided());
            case CALLS -> Measured.exact(work.contacts().calls());
            case MEETINGS -> Measured.exact(work.contacts().meetings());
            case WIN_RATE, EFFICIENCY, OVERDUE -> share(indicator, work, everybody);
        };
    }

    private static Measured total(BigDecimal sum, BigDecimal squares, long n) {
        var value = sum.doubleValue();
        var half = Math.sqrt(Measured.NORMAL * Measured.NORMAL * squares.doubleValue());
        return new Measured(value, Math.max(0, value - half), value + half, n);
    }

    private static Measured events(long count) {
        var belief = Density.ofGamma(count + 0.5);
        return new Measured(count, Math.min(count, belief.quantile(TAIL)), belief.quantile(1 - TAIL), count);
    }

    private static @Nullable Measured amounts(RepWork.Deals deals, long n) {
        return mean(deals.amount().doubleValue(), deals.squares().doubleValue(), n);
    }

    /** The variance by the mean of the squares less the square of the mean. */
    private static @Nullable Measured mean(double sum, double squares, long n) {
        if (n < 2) {
            return null;
        }
        var mean = sum / n;
        var spread = squares / n - mean * mean;
        var half = spread < squares / n * Measured.ROUNDING
                ? 0
                : Density.ofStudent(n - 1.0).quantile(1 - TAIL) * Math.sqrt(spread / (n - 1));
        return new Measured(mean, Math.max(0, mean - half), mean + half, n);
    }

    private static @Nullable Measured share(Indicator indicator, RepWork work, Collection<RepWork> everybody) {
        var own = Measures.trials(indicator, work);
        var all = everybody.stream().map(of -> Measures.trials(indicator, of)).toList();
        return own.all() == 0 ? null : Measured.share(RecountRate.alike(own, all));
    }
}
