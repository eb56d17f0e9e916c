package io.lijevak.funnel;

import java.util.Collection;
import java.util.List;

/**
 * Rates of groups that are alike, such as the win rates of reps: each group's rate is drawn towards the others by as much
 * as the groups show to be alike, see {@link Shrinkage}. With fewer than two groups nothing is learned from others.
 */
public final class AlikeRates {
    private final Shrinkage learned;

    private AlikeRates(Shrinkage learned) {
        this.learned = learned;
    }

    /**
     * What is known of a rate.
     *
     * @param variance of the estimate, in squares of shares of one
     */
    public record Known(double estimate, double variance) {}

    /** Learns from the trials of all groups. */
    public static AlikeRates of(Collection<Trials> groups) {
        return new AlikeRates(Shrinkage.of(List.copyOf(groups), BetaBelief.NOTHING));
    }

    /** The rate of a group with its own trials, and its 90 % interval. */
    public Rate of(Trials own) {
        return learned.of(own).rate(own);
    }

    /** The rate of a group with its own trials, and how sure that is. */
    public Known known(Trials own) {
        var belief = learned.of(own);
        return new Known(belief.mean(), belief.variance());
    }

    /** A rate that nothing else tells of, with its 90 % interval: the prior is that of Jeffreys. */
    public static Rate alone(Trials seen) {
        return BetaBelief.NOTHING.after(seen).rate(seen);
    }
}
