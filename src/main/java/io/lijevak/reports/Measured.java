package io.lijevak.reports;

import io.lijevak.funnel.Rate;
import java.math.BigDecimal;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * A measured value with its 90 % interval, by what it is: how far it might have come out otherwise by luck alone.
 *
 * @param value as it was counted
 * @param n what it was counted from
 */
public record Measured(double value, double low, double high, long n) {
    private static final double TAIL = 0.05;
    static final double NORMAL = 1.6448536269514722;

    /** A variance of so small a part of the squares is what rounding leaves of equal values. */
    static final double ROUNDING = 1e-12;

    private static final double FINE = 1e-12;

    /** Work that was done: nothing about it is luck. */
    static Measured exact(long count) {
        return new Measured(count, count, count, count);
    }

    /** A number of events: a Poisson count, its interval by the gamma distribution after the prior of Jeffreys. */
    static Measured events(long count) {
        var belief = new GammaDistribution(null, count + 0.5, 1, FINE);
        return new Measured(
                count,
                Math.min(count, belief.inverseCumulativeProbability(TAIL)),
                belief.inverseCumulativeProbability(1 - TAIL),
                count);
    }

    /** A sum over a Poisson number of events: its variance is the sum of their squares. */
    static Measured total(BigDecimal sum, BigDecimal squares, long n) {
        var half = NORMAL * Math.sqrt(squares.doubleValue());
        return new Measured(sum.doubleValue(), Math.max(0, sum.doubleValue() - half), sum.doubleValue() + half, n);
    }

    /** A mean of at least two values, its interval by the t distribution; the values themselves are not negative. */
    static Measured mean(double sum, double squares, long n) {
        var mean = sum / n;
        var spread = squares - sum * mean;
        var variance = spread < squares * ROUNDING ? 0 : spread / (n - 1);
        var half =
                new TDistribution(null, n - 1.0, FINE).inverseCumulativeProbability(1 - TAIL) * Math.sqrt(variance / n);
        return new Measured(mean, Math.max(0, mean - half), mean + half, n);
    }

    /** A share as it was counted, with the interval of its rate. */
    static Measured share(Rate rate) {
        var trials = rate.trials();
        var share = trials.good() / trials.all();
        return new Measured(share, Math.min(share, rate.low()), Math.max(share, rate.high()), Math.round(trials.all()));
    }
}
