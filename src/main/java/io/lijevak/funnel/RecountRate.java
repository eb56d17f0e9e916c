package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Rates with their 90 % intervals counted again: the model of {@link Shrinkage} (A. Gelman et al., Bayesian Data Analysis,
 * 3rd ed., 5.3), worked out otherwise. The likelihood of a group is the product that the quotient of Beta functions is,
 * {@code Π (m k + i) Π ((1 - m) k + i) / Π (k + i)} over its good, its bad and all its trials; the variance of the mixture
 * that of its means and the mean of its variances; quantiles come from the density, see {@link DensityOfBeta}.
 */
public final class RecountRate {
    private static final DensityOfBeta NOTHING = new DensityOfBeta(0.5, 0.5);
    private static final double TAIL = 0.05;

    private final List<DensityOfBeta> grid = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    private RecountRate(List<Trials> groups, DensityOfBeta above) {
        var all = groups.stream().mapToDouble(Trials::all).sum();
        var good = groups.stream().mapToDouble(Trials::good).sum();
        var center = (above.good() + good) / (above.good() + above.bad() + all);
        var spread = groups.isEmpty() ? 1 : 1 / all + 1 / (2.0 * groups.size());
        var reach = 3 * Math.sqrt(Math.min(center * (1 - center) * spread, Math.max(above.variance(), 0.0001)));
        for (var worth = 2; worth <= 512; worth *= 2) {
            for (var place = -7; place <= 7; place++) {
                var mean = Math.min(0.998, Math.max(0.002, center + reach * place / 7));
                grid.add(new DensityOfBeta(mean * worth, (1 - mean) * worth));
            }
        }
        weigh(groups, above);
    }

    private void weigh(List<Trials> groups, DensityOfBeta above) {
        var logs = grid.stream()
                .mapToDouble(belief -> likelihood(belief, groups)
                        + (above.good() - 1) * Math.log(belief.mean())
                        + (above.bad() - 1) * Math.log(1 - belief.mean())
                        - 0.5 * Math.log(belief.good() + belief.bad()))
                .toArray();
        var best = java.util.Arrays.stream(logs).max().orElse(0);
        var sum = java.util.Arrays.stream(logs).map(log -> Math.exp(log - best)).sum();
        for (var log : logs) {
            weights.add(Math.exp(log - best) / sum);
        }
    }

    private static double likelihood(DensityOfBeta belief, List<Trials> groups) {
        var sum = 0.0;
        for (var group : groups) {
            var good = Math.round(group.good());
            var all = Math.round(group.all());
            sum += rising(belief.good(), good)
                    + rising(belief.bad(), all - good)
                    - rising(belief.good() + belief.bad(), all);
        }
        return sum;
    }

    /** The logarithm of {@code from (from + 1) … (from + times - 1)}. */
    private static double rising(double from, long times) {
        var sum = 0.0;
        var product = 1.0;
        for (var i = 0L; i < times; i++) {
            product *= from + i;
            if (product > 1e250 || product < 1e-250) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    /** The Beta of the mean and the variance of the mixture, after a group's own trials. */
    private DensityOfBeta of(Trials own) {
        var after = grid.stream().map(belief -> after(belief, own)).toList();
        var mean = 0.0;
        for (var i = 0; i < after.size(); i++) {
            mean += weights.get(i) * after.get(i).mean();
        }
        var within = 0.0;
        var between = 0.0;
        for (var i = 0; i < after.size(); i++) {
            within += weights.get(i) * after.get(i).variance();
            between += weights.get(i) * Math.pow(after.get(i).mean() - mean, 2);
        }
        var worth = Math.max(1e-6, mean * (1 - mean) / (within + between) - 1);
        return new DensityOfBeta(Math.max(1e-6, mean * worth), Math.max(1e-6, (1 - mean) * worth));
    }

    private static DensityOfBeta after(DensityOfBeta belief, Trials seen) {
        return new DensityOfBeta(belief.good() + seen.good(), belief.bad() + seen.all() - seen.good());
    }

    private static Rate rate(DensityOfBeta belief, Trials seen) {
        return new Rate(seen, belief.mean(), belief.quantile(TAIL), belief.quantile(1 - TAIL));
    }

    /** A rate that nothing else tells of. */
    public static Rate alone(Trials seen) {
        return rate(after(NOTHING, seen), seen);
    }

    /** The rate of one of groups that are alike; their trials are whole numbers. */
    public static Rate alike(Trials own, Collection<Trials> groups) {
        return rate(new RecountRate(counted(groups), NOTHING).of(own), own);
    }

    /** What is known of the rate of a group among groups that are alike, by its own trials. */
    public static Function<Trials, AlikeRates.Known> known(Collection<Trials> groups) {
        var learned = new RecountRate(counted(groups), NOTHING);
        return own -> {
            var belief = learned.of(own);
            return new AlikeRates.Known(belief.mean(), belief.variance());
        };
    }

    /** The rate of a part of a type's deals, or of all of them when there are no groups of like parts. */
    static Rate of(Trials seen, RateGroups like) {
        var types = counted(like.types());
        var above = types.size() < 2 ? NOTHING : new RecountRate(types, NOTHING).of(Trials.NONE);
        var parts = counted(like.parts());
        return rate(parts.size() < 2 ? after(above, seen) : new RecountRate(parts, above).of(seen), seen);
    }

    private static List<Trials> counted(Collection<Trials> groups) {
        return groups.stream().filter(group -> group.all() > 0).toList();
    }
}
