package io.lijevak.funnel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Where the difference of two won amounts comes from. The won amount is, summed over the sources of deals, the product of
 * the number of deals, the share of the source, the share that was decided (speed), the share that passed each stage, and
 * the mean amount of a won deal. What each factor adds is {@link Shapley}'s, so it does not depend on an order; a factor
 * that one side cannot tell, because no deal came so far, adds nothing. Parts are rounded to cents by the largest
 * remainder, so that they sum to the difference.
 *
 * @param parts number, mix, speed, a part for each stage in order, amount
 */
public record Decomposition(BigDecimal from, BigDecimal to, List<Part> parts) {
    /** What a part is about. */
    public enum Kind {
        NUMBER,
        MIX,
        SPEED,
        STAGE,
        AMOUNT
    }

    /**
     * @param place of the stage, from 0; -1 for the others
     * @param effect in the company's currency
     */
    public record Part(Kind kind, int place, BigDecimal effect) {}

    private static final int BEFORE_STAGES = 3;

    public Decomposition {
        parts = List.copyOf(parts);
    }

    /** The difference {@code to} less {@code from}, by outcomes of each source; {@code places} stages. */
    static Decomposition of(Map<Long, Outcomes> from, Map<Long, Outcomes> to, int places) {
        var sums = new double[places + BEFORE_STAGES + 1];
        var sources = new HashSet<>(from.keySet());
        sources.addAll(to.keySet());
        var all = deals(from);
        var others = deals(to);
        for (var source : sources.stream().sorted().toList()) {
            var one = factors(from.getOrDefault(source, Outcomes.NONE), all, places);
            var other = factors(to.getOrDefault(source, Outcomes.NONE), others, places);
            fill(one, other);
            var parts = Shapley.of(one, other);
            for (var i = 0; i < sums.length; i++) {
                sums[i] += parts[i];
            }
        }
        var difference = won(to).subtract(won(from));
        return new Decomposition(won(from), won(to), parts(rounded(sums, difference)));
    }

    private static List<Part> parts(List<BigDecimal> effects) {
        var parts = new ArrayList<Part>();
        var kinds = List.of(Kind.NUMBER, Kind.MIX, Kind.SPEED);
        for (var i = 0; i < effects.size(); i++) {
            var kind = i < BEFORE_STAGES ? kinds.get(i) : i == effects.size() - 1 ? Kind.AMOUNT : Kind.STAGE;
            parts.add(new Part(kind, kind == Kind.STAGE ? i - BEFORE_STAGES : -1, effects.get(i)));
        }
        return parts;
    }

    /** Number of all deals, share of the source, share decided, share that passed each stage, mean won amount. */
    private static double[] factors(Outcomes source, long all, int places) {
        var factors = new double[places + BEFORE_STAGES + 1];
        factors[0] = all;
        factors[1] = share(source.deals(), all);
        factors[2] = share(source.decided(), source.deals());
        for (var place = 0; place < places; place++) {
            factors[BEFORE_STAGES + place] = share(source.reached(place + 1), source.reached(place));
        }
        factors[BEFORE_STAGES + places] = source.wonAmount().doubleValue() / source.won();
        return factors;
    }

    /** NaN of nothing. */
    private static double share(long part, long whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    /** What one side cannot tell is as on the other, so that it makes no difference. */
    private static void fill(double[] one, double[] other) {
        for (var i = 0; i < one.length; i++) {
            var known = Double.isNaN(one[i]) ? Double.isNaN(other[i]) ? 1 : other[i] : one[i];
            one[i] = Double.isNaN(one[i]) ? known : one[i];
            other[i] = Double.isNaN(other[i]) ? known : other[i];
        }
    }

    private static long deals(Map<Long, Outcomes> sources) {
        return sources.values().stream().mapToLong(Outcomes::deals).sum();
    }

    private static BigDecimal won(Map<Long, Outcomes> sources) {
        return sources.values().stream().map(Outcomes::wonAmount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    }

    /** Cents that sum to the total: rounded down, then one more for the largest remainders. */
    static List<BigDecimal> rounded(double[] parts, BigDecimal total) {
        if (total.signum() < 0 || total.signum() == 0 && firstIsNegative(parts)) {
            var turned =
                    IntStream.range(0, parts.length).mapToDouble(i -> -parts[i]).toArray();
            return rounded(turned, total.negate()).stream()
                    .map(BigDecimal::negate)
                    .toList();
        }
        var cents = new long[parts.length];
        var left = total.movePointRight(2).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
        for (var i = 0; i < parts.length; i++) {
            cents[i] = (long) Math.floor(parts[i] * 100 + 1e-7);
            left -= cents[i];
        }
        var order = IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> cents[i] - parts[i] * 100)
                        .thenComparing(i -> i))
                .toList();
        for (var i = 0; i < left; i++) {
            cents[order.get(i % parts.length)]++;
        }
        for (var i = 0; i < -left; i++) {
            cents[order.get(parts.length - 1 - i % parts.length)]--;
        }
        return IntStream.range(0, parts.length)
                .mapToObj(i -> BigDecimal.valueOf(cents[i], 2))
                .toList();
    }

    private static boolean firstIsNegative(double[] parts) {
        for (var part : parts) {
            if (Math.abs(part) > 1e-7) {
                return part < 0;
            }
        }
        return false;
    }
}
