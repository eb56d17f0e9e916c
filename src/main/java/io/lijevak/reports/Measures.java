package io.lijevak.reports;

import io.lijevak.funnel.AlikeRates;
import io.lijevak.funnel.Trials;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Measures the work of reps by all indicators; shares lean on those of the other reps. */
final class Measures {
    /** Sums do not depend on the order in which reps are read. */
    private static final Comparator<Trials> ORDER =
            Comparator.comparingDouble(Trials::all).thenComparingDouble(Trials::good);

    private final Map<Indicator, AlikeRates> rates = new EnumMap<>(Indicator.class);

    /** Knows the work of all reps of the company. */
    Measures(Collection<RepWork> all) {
        for (var indicator : Indicator.values()) {
            if (indicator.unit() == Indicator.Unit.SHARE) {
                rates.put(
                        indicator,
                        AlikeRates.of(all.stream()
                                .map(work -> trials(indicator, work))
                                .sorted(ORDER)
                                .toList()));
            }
        }
    }

    /** The indicators of one rep; one that nothing tells of is missing. */
    Map<Indicator, Measured> of(RepWork work) {
        return measured(indicator -> measure(indicator, work));
    }

    /** The average rep: sums by the number of reps, means and shares of all their deals, contacts and assignments together. */
    static Map<Indicator, Double> average(Collection<RepWork> reps) {
        var sum = reps.stream().reduce(RepWork.NONE, RepWork::plus);
        var number = Math.max(1, reps.size());
        var averages = new EnumMap<Indicator, Double>(Indicator.class);
        for (var indicator : Indicator.values()) {
            var value = value(indicator, sum);
            if (value != null) {
                averages.put(indicator, isSum(indicator) ? value / number : value);
            }
        }
        return averages;
    }

    private static boolean isSum(Indicator indicator) {
        return indicator == Indicator.WON_AMOUNT || indicator.unit() == Indicator.Unit.COUNT;
    }

    private static @Nullable Double value(Indicator indicator, RepWork work) {
        var deals = work.deals();
        var amount = deals.amount().doubleValue();
        return switch (indicator) {
            case WON_AMOUNT -> amount;
            case WON_COUNT -> (double) deals.won();
            case DAYS_TO_WIN -> ratio(deals.days(), deals.timed());
            case AVERAGE_DEAL -> ratio(amount, deals.valued());
            case SALES_PER_DEAL -> ratio(amount, deals.decided());
            case CALLS -> (double) work.contacts().calls();
            case MEETINGS -> (double) work.contacts().meetings();
            case WIN_RATE, EFFICIENCY, OVERDUE -> {
                var trials = trials(indicator, work);
                yield ratio(trials.good(), trials.all());
            }
        };
    }

    private @Nullable Measured measure(Indicator indicator, RepWork work) {
        var deals = work.deals();
        return switch (indicator) {
            case WON_AMOUNT -> Measured.total(deals.amount(), deals.squares(), deals.won());
            case WON_COUNT -> Measured.events(deals.won());
            case DAYS_TO_WIN -> mean(deals.days(), deals.daysSquares(), deals.timed());
            case AVERAGE_DEAL ->
                mean(deals.amount().doubleValue(), deals.squares().doubleValue(), deals.valued());
            case SALES_PER_DEAL ->
                mean(deals.amount().doubleValue(), deals.squares().doubleValue(), deals.decided());
            case CALLS -> Measured.exact(work.contacts().calls());
            case MEETINGS -> Measured.exact(work.contacts().meetings());
            case WIN_RATE, EFFICIENCY, OVERDUE -> share(indicator, work);
        };
    }

    private @Nullable Measured share(Indicator indicator, RepWork work) {
        var trials = trials(indicator, work);
        var known = rates.get(indicator);
        return trials.all() == 0 || known == null ? null : Measured.share(known.of(trials));
    }

    static Trials trials(Indicator indicator, RepWork work) {
        return switch (indicator) {
            case EFFICIENCY ->
                new Trials(work.contacts().onWon(), work.contacts().all());
            case OVERDUE ->
                new Trials(work.assignments().late(), work.assignments().all());
            default -> work.deals().trials();
        };
    }

    /** Of one value nobody knows how it might have come out otherwise. */
    private static @Nullable Measured mean(double sum, double squares, long n) {
        return n < 2 ? null : Measured.mean(sum, squares, n);
    }

    private static @Nullable Double ratio(double part, double whole) {
        return whole == 0 ? null : part / whole;
    }

    private static Map<Indicator, Measured> measured(Function<Indicator, @Nullable Measured> measure) {
        var all = new EnumMap<Indicator, Measured>(Indicator.class);
        for (var indicator : Indicator.values()) {
            var value = measure.apply(indicator);
            if (value != null) {
                all.put(indicator, value);
            }
        }
        return all;
    }
}
