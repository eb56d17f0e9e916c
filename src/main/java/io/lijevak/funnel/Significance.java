package io.lijevak.funnel;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Whether a difference may be chance.
 *
 * @param p the probability of a difference at least as great if there were none in truth; empty where nothing was counted
 */
public record Significance(OptionalDouble p, Verdict verdict) {
    /** What is said of it in words. */
    public enum Verdict {
        /** Chance alone would make it in less than one of twenty cases. */
        CLEAR,
        MAY_BE_CHANCE,
        /** One side has fewer than {@value #ENOUGH} deals. */
        TOO_FEW
    }

    private static final int ENOUGH = 20;
    private static final double UNLIKELY = 0.05;

    /** The exact test is used up to so many deals, beyond it differs from the normal one by nothing. */
    private static final int EXACT = 2_000;

    private static final double SAME = 1 + 1e-7;

    /** Two shares: Fisher's exact test, two-sided; the two-proportion z-test beyond 2,000 deals. All four not negative. */
    static Significance ofShares(long good, long bad, long otherGood, long otherBad) {
        var all = good + bad;
        var others = otherGood + otherBad;
        if (all == 0 || others == 0) {
            return new Significance(OptionalDouble.empty(), Verdict.TOO_FEW);
        }
        var p = all + others <= EXACT
                ? fisher((int) good, (int) all, (int) (good + otherGood), (int) (all + others))
                : normal(good, all, otherGood, others);
        return of(p, Math.min(all, others) < ENOUGH);
    }

    /** Two counts over so many days each, as of events that come at random: the exact conditional binomial test. */
    static Significance ofCounts(long count, long days, long other, long otherDays) {
        var all = count + other;
        if (all == 0) {
            return new Significance(OptionalDouble.empty(), Verdict.TOO_FEW);
        }
        var share = (double) days / (days + otherDays);
        if (all > EXACT) {
            var z = (count - all * share) / Math.sqrt(all * share * (1 - share));
            return of(twoSided(z), false);
        }
        var binomial = new BinomialDistribution(null, (int) all, share);
        var seen = binomial.probability((int) count) * SAME;
        var p = 0.0;
        for (var i = 0; i <= all; i++) {
            var probability = binomial.probability(i);
            p += probability <= seen ? probability : 0;
        }
        return of(Math.min(1, p), Math.min(count, other) < ENOUGH && all < 2L * ENOUGH);
    }

    private static Significance of(double p, boolean few) {
        var verdict = few ? Verdict.TOO_FEW : p < UNLIKELY ? Verdict.CLEAR : Verdict.MAY_BE_CHANCE;
        return new Significance(OptionalDouble.of(p), verdict);
    }

    private static double fisher(int good, int all, int allGood, int everything) {
        var table = new HypergeometricDistribution(null, everything, allGood, all);
        var seen = table.probability(good) * SAME;
        var p = 0.0;
        for (var i = table.getSupportLowerBound(); i <= table.getSupportUpperBound(); i++) {
            var probability = table.probability(i);
            p += probability <= seen ? probability : 0;
        }
        return Math.min(1, p);
    }

    private static double normal(double good, double all, double otherGood, double others) {
        var common = (good + otherGood) / (all + others);
        var deviation = Math.sqrt(common * (1 - common) * (1 / all + 1 / others));
        return deviation == 0 ? 1 : twoSided((good / all - otherGood / others) / deviation);
    }

    private static double twoSided(double z) {
        return 2 * new NormalDistribution(null, 0, 1).cumulativeProbability(-Math.abs(z));
    }
}
