package io.lijevak.funnel;

import org.apache.commons.math3.distribution.BetaDistribution;

/** How likely trials show a rate above what was to be expected, and not chance alone. */
final class Contrast {
    private static final int PARTS = 240;
    private static final double REACH = 7;

    private Contrast() {}

    /** The probability that the rate behind the trials is above a known share. */
    static double above(Trials seen, double share) {
        return 1 - beta(seen).cumulativeProbability(share);
    }

    /** The probability that the rate behind the trials is above the rate behind those before, which is not known exactly either. */
    static double above(Trials seen, Trials before) {
        var belief = BetaBelief.NOTHING.after(before);
        var spread = REACH * Math.sqrt(belief.variance());
        var from = Math.max(0, belief.mean() - spread);
        var width = (Math.min(1, belief.mean() + spread) - from) / PARTS;
        var later = beta(seen);
        var earlier = beta(before);
        var above = 0.0;
        var passed = earlier.cumulativeProbability(from);
        for (var part = 0; part < PARTS; part++) {
            var reached = earlier.cumulativeProbability(from + (part + 1) * width);
            above += (reached - passed) * (1 - later.cumulativeProbability(from + (part + 0.5) * width));
            passed = reached;
        }
        return above;
    }

    private static BetaDistribution beta(Trials seen) {
        var belief = BetaBelief.NOTHING.after(seen);
        return new BetaDistribution(null, belief.good(), belief.bad());
    }
}
