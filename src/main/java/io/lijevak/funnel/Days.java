package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Average and median of durations in days, one decimal; null when none is known. A day is 24 hours.
 *
 * @param known how many durations are known
 */
public record Days(@Nullable BigDecimal average, @Nullable BigDecimal median, long known) {
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    public static final Days NONE = new Days(null, null, 0);

    /** Collects durations as a histogram of tenths of a day, which the median is taken from, and their exact sum. */
    static final class Histogram {
        private final SortedMap<Integer, Long> byTenth = new TreeMap<>();
        private BigDecimal seconds = BigDecimal.ZERO;
        private long known;

        void add(int tenths, long count, BigDecimal sum) {
            byTenth.merge(tenths, count, Long::sum);
            seconds = seconds.add(sum);
            known += count;
        }

        Days days() {
            if (known == 0) {
                return NONE;
            }
            var average = seconds.divide(SECONDS.multiply(BigDecimal.valueOf(known)), 1, RoundingMode.HALF_UP);
            var median = BigDecimal.valueOf(tenthsAt((known - 1) / 2) + tenthsAt(known / 2))
                    .divide(BigDecimal.valueOf(20), 1, RoundingMode.HALF_UP);
            return new Days(average, median, known);
        }

        private long tenthsAt(long rank) {
            var passed = 0L;
            for (var entry : byTenth.entrySet()) {
                passed += entry.getValue();
                if (rank < passed) {
                    return entry.getKey();
                }
            }
            throw new IllegalStateException("rank beyond the histogram");
        }
    }
}
