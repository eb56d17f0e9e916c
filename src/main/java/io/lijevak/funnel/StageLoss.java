package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a stage loses against what was to be expected.
 *
 * @param lost of the deals decided in the stage, with the 90 % interval of the loss share; no share is known of none
 * @param norm the loss share that the template probabilities mean; empty where they do not tell
 * @param before the deals decided in the 12 months before, and how many of them were lost
 * @param basis what the expectation is; null = there is none
 * @param expected the loss share that was to be expected; 0 without a basis
 * @param averageLost average amount of the deals lost here, when they were lost; null = none is known
 * @param onward share of deals that are won after they passed the stage; empty where nothing tells
 * @param standsOut whether chance alone would hardly lose as much
 */
public record StageLoss(
        FunnelStage stage,
        Trials lost,
        @Nullable Rate rate,
        OptionalDouble norm,
        Trials before,
        @Nullable Basis basis,
        double expected,
        @Nullable BigDecimal averageLost,
        OptionalDouble onward,
        boolean standsOut) {
    /** Whose word an expectation is. */
    public enum Basis {
        HISTORY,
        NORM
    }

    /** The same with the interval counted again. */
    StageLoss counted() {
        return new StageLoss(
                stage,
                lost,
                lost.all() == 0 ? null : RecountRate.alone(lost),
                norm,
                before,
                basis,
                expected,
                averageLost,
                onward,
                standsOut);
    }

    /** Deals lost beyond the expectation; below zero when fewer were lost. */
    public double excess() {
        return basis == null ? 0 : lost.good() - expected * lost.all();
    }

    /** Revenue that the excess cost: deals × their average amount at loss × share that would have been won; null = not known. */
    public @Nullable BigDecimal money() {
        return averageLost == null || onward.isEmpty() || excess() <= 0
                ? null
                : averageLost
                        .multiply(BigDecimal.valueOf(excess() * onward.getAsDouble()))
                        .setScale(2, java.math.RoundingMode.HALF_UP);
    }
}
