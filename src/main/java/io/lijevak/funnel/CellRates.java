package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/**
 * The rates that a number of decided deals is the whole of.
 *
 * @param rate with its interval; null when nothing was decided, or the number is another
 * @param open the conversion that counts open deals as open; of stages of cohorts only
 * @param like what both are drawn towards
 */
public record CellRates(@Nullable Rate rate, HonestFunnel.@Nullable Open open, RateGroups like) {
    public static final CellRates NONE = new CellRates(null, null, RateGroups.NONE);

    /** What intervals may differ by: they are sums of many small parts. */
    private static final double EXACT = 1e-6;

    /** Whether the other tells the same, however it was worked out. */
    boolean equal(CellRates other) {
        return equal(rate, other.rate) && equal(open, other.open);
    }

    private static boolean equal(@Nullable Rate one, @Nullable Rate other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return near(one.trials().good(), other.trials().good())
                && near(one.trials().all(), other.trials().all())
                && near(one.estimate(), other.estimate())
                && near(one.low(), other.low())
                && near(one.high(), other.high());
    }

    private static boolean equal(HonestFunnel.@Nullable Open one, HonestFunnel.@Nullable Open other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        var risks = one.risks();
        var again = other.risks();
        return equal(one.rate(), other.rate())
                && near(risks.onward(), again.onward())
                && near(risks.lost(), again.lost())
                && java.util.Objects.equals(risks.medianTenths(), again.medianTenths())
                && risks.known() == again.known()
                && risks.open() == again.open();
    }

    private static boolean near(double one, double other) {
        return Math.abs(one - other) <= EXACT * Math.max(1, Math.abs(one));
    }
}
