package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How long deals stood in a stage against what was to be expected.
 *
 * @param days of the deals of the period
 * @param before those of the 12 months before
 * @param basis what the expectation is; null = there is none
 * @param expected days that half of the deals should not exceed, of 24 hours; empty without a basis
 * @param longer of the deals whose days are known, those that stood longer than expected
 * @param standsOut whether chance alone would hardly let as many stand longer
 */
public record StageDelay(
        FunnelStage stage,
        Days days,
        Days before,
        StageLoss.@Nullable Basis basis,
        OptionalDouble expected,
        Trials longer,
        boolean standsOut) {
    /** Days by which the middle deal exceeds the expectation. */
    public double excess() {
        BigDecimal median = days.median();
        return median == null || expected.isEmpty() ? 0 : median.doubleValue() - expected.getAsDouble();
    }
}
