package io.lijevak.funnel;

import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * What is believed of an unknown rate: a Beta distribution.
 *
 * @param good as many good trials as the belief is worth, above zero
 * @param bad as many bad ones, above zero
 */
record BetaBelief(double good, double bad) {
    /** Knows nothing: the prior of Jeffreys, whose 90 % intervals cover a rate in about 90 % of all samples. */
    static final BetaBelief NOTHING = new BetaBelief(0.5, 0.5);

    private static final double LEAST = 1e-6;
    private static final double TAIL = 0.05;

    /** The Beta with the given mean and variance, the variance below that of mean (1 - mean). */
    static BetaBelief of(double mean, double variance) {
        var worth = Math.max(mean * (1 - mean) / variance - 1, LEAST);
        return new BetaBelief(Math.max(mean * worth, LEAST), Math.max((1 - mean) * worth, LEAST));
    }

    /** The belief after the trials were seen. */
    BetaBelief after(Trials seen) {
        return new BetaBelief(good + seen.good(), bad + seen.bad());
    }

    double mean() {
        return good / (good + bad);
    }

    double variance() {
        return mean() * (1 - mean()) / (good + bad + 1);
    }

    /** The rate with its 90 % interval: the quantiles 0.05 and 0.95. */
    Rate rate(Trials seen) {
        var beta = new BetaDistribution(null, good, bad);
        return new Rate(
                seen, mean(), beta.inverseCumulativeProbability(TAIL), beta.inverseCumulativeProbability(1 - TAIL));
    }
}
