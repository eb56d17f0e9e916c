package io.lijevak.funnel;

import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Rates of groups that have something in common, such as the reps who sell one type: each group's rate comes from one
 * Beta distribution with mean m and strength k (worth k deals), its good trials from a binomial with that rate. How m and
 * k are is not assumed: both run over a grid (m by the belief about all of them, k from 2 to 512 in powers of two, each
 * less likely by the root of it, so that {@code k^(-1/2)} is evenly spread), each pair weighed by how well it tells the groups' trials, the beta-binomial likelihood
 * {@code B(m k + good, (1 - m) k + bad) / B(m k, (1 - m) k)} (A. Gelman et al., Bayesian Data Analysis, 3rd ed., 5.3).
 * A group's rate is then the weighed mixture of {@code Beta(m k + good, (1 - m) k + bad)}, given as the Beta of the same
 * mean and variance. A group with few trials so leans on the others, by as much as the groups are alike.
 */
final class Shrinkage {
    private static final int WEAKEST = 1;
    private static final int STRONGEST = 9;
    private static final int MEANS = 15;
    private static final double REACH = 3;

    private final double[] good = new double[MEANS * (STRONGEST - WEAKEST + 1)];
    private final double[] bad = new double[good.length];
    private final double[] weight = new double[good.length];

    private Shrinkage() {}

    /** Learns from the trials of groups; {@code above} is what is believed of their common mean without them. */
    static Shrinkage of(List<Trials> groups, BetaBelief above) {
        var all = groups.stream().filter(group -> group.all() > 0).toList();
        var learned = new Shrinkage();
        learned.spread(all, above);
        learned.weigh(all, above);
        return learned;
    }

    /** What is believed of a group of which nothing is known. */
    BetaBelief unknown() {
        return mixture(Trials.NONE);
    }

    /** What is believed of a group of them with its own trials. */
    BetaBelief of(Trials own) {
        return mixture(own);
    }

    /** Lays the means around the groups' common one, as far as it may be wrong. */
    private void spread(List<Trials> groups, BetaBelief above) {
        var seen = groups.stream().mapToDouble(Trials::all).sum();
        var center = above.after(
                        new Trials(groups.stream().mapToDouble(Trials::good).sum(), seen))
                .mean();
        var own = groups.isEmpty() ? 1 : 1 / seen + 0.5 / groups.size();
        var deviation = Math.sqrt(Math.min(center * (1 - center) * own, Math.max(above.variance(), 1e-4)));
        var place = 0;
        for (var strength = WEAKEST; strength <= STRONGEST; strength++) {
            for (var i = 0; i < MEANS; i++) {
                var offset = REACH * deviation * (2.0 * i / (MEANS - 1) - 1);
                var mean = Math.clamp(center + offset, 0.002, 0.998);
                good[place] = mean * (1 << strength);
                bad[place++] = (1 - mean) * (1 << strength);
            }
        }
    }

    private void weigh(List<Trials> groups, BetaBelief above) {
        var best = Double.NEGATIVE_INFINITY;
        for (var i = 0; i < weight.length; i++) {
            weight[i] = likelihood(groups, above, good[i], bad[i]);
            best = Math.max(best, weight[i]);
        }
        var sum = 0.0;
        for (var i = 0; i < weight.length; i++) {
            weight[i] = Math.exp(weight[i] - best);
            sum += weight[i];
        }
        for (var i = 0; i < weight.length; i++) {
            weight[i] /= sum;
        }
    }

    /** The logarithm, up to a constant. */
    private static double likelihood(List<Trials> groups, BetaBelief above, double good, double bad) {
        var mean = good / (good + bad);
        var sum =
                (above.good() - 1) * Math.log(mean) + (above.bad() - 1) * Math.log(1 - mean) - Math.log(good + bad) / 2;
        var without = logBeta(good, bad);
        for (var group : groups) {
            sum += logBeta(good + group.good(), bad + group.bad()) - without;
        }
        return sum;
    }

    private BetaBelief mixture(Trials own) {
        var mean = 0.0;
        var square = 0.0;
        for (var i = 0; i < weight.length; i++) {
            var part = new BetaBelief(good[i], bad[i]).after(own);
            mean += weight[i] * part.mean();
            square += weight[i] * (part.variance() + part.mean() * part.mean());
        }
        return BetaBelief.of(mean, square - mean * mean);
    }

    private static double logBeta(double a, double b) {
        return Gamma.logGamma(a) + Gamma.logGamma(b) - Gamma.logGamma(a + b);
    }
}
