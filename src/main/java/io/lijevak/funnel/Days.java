package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Average and median of durations in days, one decimal; null when none is known. A day is 24 hours.
 *
 * @param known how many durations are known
 */
public record Days(@Nullable BigDecimal average, @Nullable BigDecimal median, long known) {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    public static final Days NONE = new Days(null, null, 0);

    /**
     * Days of durations that are known.
     *
     * @param known how many, at least one
     * @param seconds their sum
     * @param middles the two middle durations added up, in tenths of a day; of an odd number the middle one twice
     */
    static Days of(long known, BigDecimal seconds, long middles) {
        var average = seconds.divide(SECONDS.multiply(BigDecimal.valueOf(known)), 1, RoundingMode.HALF_UP);
        var median = BigDecimal.valueOf(middles).divide(BigDecimal.valueOf(20), 1, RoundingMode.HALF_UP);
        return new Days(average, median, known);
    }
}
