package io.lijevak.funnel;

import io.lijevak.funnel.Stay.Ending;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of deals in a stage when those that stand there still are neither left out nor taken for lost: the
 * estimate of Aalen and Johansen of two ends that exclude each other, going on and being lost, with stays censored at the
 * moment (O. Aalen, S. Johansen, Scandinavian Journal of Statistics 5, 1978). At each time t at which deals left,
 * {@code onward += S * onward(t) / atRisk(t)}, likewise lost, and {@code S *= 1 - left(t) / atRisk(t)}. Deals sent back
 * are no part of a conversion, so they are left out of it; of the time in the stage they are a part.
 *
 * @param onward share that goes on, of all, within the longest time seen
 * @param lost share that is lost, likewise
 * @param trials the decided deals that the conversion is worth: its own size by the variance of the estimate (delta
 *     method, E. Marubini, M. Valsecchi, Analysing Survival Data, 1995, 10.3)
 * @param medianTenths when half of the deals have left, in tenths of a day; null while more than half never did
 * @param known deals whose time is known
 * @param open those of them that stand there still
 */
public record CompetingRisks(
        double onward, double lost, Trials trials, @Nullable Integer medianTenths, long known, long open) {

    /** Going on among going on and being lost; NaN when nobody did either. */
    public double conversion() {
        return onward / (onward + lost);
    }

    /** Share of which nothing is known yet: they stand there longer than any deal stood that left. */
    public double undecided() {
        return Math.max(0, 1 - onward - lost);
    }

    /** Median days in the stage, one decimal, null while it cannot be told. */
    public @Nullable BigDecimal medianDays() {
        return medianTenths == null
                ? null
                : BigDecimal.valueOf(medianTenths).divide(BigDecimal.TEN, 1, RoundingMode.UNNECESSARY);
    }

    static CompetingRisks of(Collection<Stay> stays) {
        var known = count(stays, null);
        var decided = steps(
                stays.stream().filter(stay -> stay.ending() != Ending.BACK).toList());
        var onward = decided.isEmpty() ? 0 : decided.getLast().onward;
        var lost = decided.isEmpty() ? 0 : decided.getLast().lost;
        var trials = new Trials(0, 0);
        if (onward + lost > 0) {
            var good = onward / (onward + lost);
            var worth = worth(decided, onward, count(stays, Ending.ONWARD) + count(stays, Ending.LOST));
            trials = new Trials(good * worth, worth);
        }
        return new CompetingRisks(onward, lost, trials, median(steps(stays)), known, count(stays, Ending.GOES_ON));
    }

    private static long count(Collection<Stay> stays, @Nullable Ending ending) {
        return stays.stream()
                .filter(stay -> ending == null || stay.ending() == ending)
                .mapToLong(Stay::deals)
                .sum();
    }

    /** A time at which deals left. */
    private record Step(
            int tenths,
            double atRisk,
            double left,
            double leftOnward,
            double before,
            double stayed,
            double onward,
            double lost) {}

    private static List<Step> steps(Collection<Stay> stays) {
        var times = new TreeMap<Integer, long[]>();
        for (var stay : stays) {
            times.computeIfAbsent(stay.tenths(), time -> new long[Ending.values().length])[
                            stay.ending().ordinal()] +=
                    stay.deals();
        }
        var steps = new ArrayList<Step>();
        var atRisk = count(stays, null);
        var stayed = 1.0;
        var onward = 0.0;
        var lost = 0.0;
        for (var time : times.entrySet()) {
            var ends = time.getValue();
            var left = ends[Ending.ONWARD.ordinal()] + ends[Ending.LOST.ordinal()] + ends[Ending.BACK.ordinal()];
            if (left > 0) {
                var before = stayed;
                onward += before * ends[Ending.ONWARD.ordinal()] / atRisk;
                lost += before * ends[Ending.LOST.ordinal()] / atRisk;
                stayed = before * (atRisk - left) / atRisk;
                steps.add(new Step(
                        time.getKey(), atRisk, left, ends[Ending.ONWARD.ordinal()], before, stayed, onward, lost));
            }
            atRisk -= left + ends[Ending.GOES_ON.ordinal()];
        }
        return steps;
    }

    /** How many decided deals would give a share as certain as this one. */
    private static double worth(List<Step> steps, double share, long decided) {
        var variance = 0.0;
        for (var step : steps) {
            var later = share - step.onward;
            var n = step.atRisk;
            if (step.left < n) {
                variance += later * later * step.left / (n * (n - step.left));
            }
            variance += step.before * step.before * (n - step.leftOnward) * step.leftOnward / (n * n * n);
            variance -= 2 * later * step.before * step.leftOnward / (n * n);
        }
        return variance < 1e-12 || share > 1 - 1e-9 ? decided : share * (1 - share) / variance;
    }

    private static @Nullable Integer median(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.stayed <= 0.5 + 1e-12)
                .map(Step::tenths)
                .findFirst()
                .orElse(null);
    }
}
