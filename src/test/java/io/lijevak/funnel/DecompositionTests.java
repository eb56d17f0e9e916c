package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.funnel.Decomposition.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A difference falls into parts that sum to the cent, whatever the order, and turn their signs when the sides are changed. */
class DecompositionTests {
    private final Random random = new Random(20261128);

    /** 10 deals of one source, 5 lost in the first stage, 5 won of 100 each; then 20, 10, 10: only the number has changed. */
    @Test
    void whatDidNotChangeAddsNothing() {
        var few = Map.of(1L, new Outcomes(10, Map.of(0, 5L), 5, new BigDecimal("500.00")));
        var many = Map.of(1L, new Outcomes(20, Map.of(0, 10L), 10, new BigDecimal("1000.00")));

        assertThat(effects(Decomposition.of(few, many, 2)))
                .containsExactly("NUMBER 500.00", "MIX 0.00", "SPEED 0.00", "STAGE 0.00", "STAGE 0.00", "AMOUNT 0.00");
    }

    /** By hand: from 10 deals × ½ × 100 to 20 × ¾ × 100: number (20 - 10) × (½ + ¾) / 2 × 100, stage (¾ - ½) × 15 × 100. */
    @Test
    void twoFactorsShareWhatTheyDoTogether() {
        var before = Map.of(1L, new Outcomes(10, Map.of(0, 5L), 5, new BigDecimal("500.00")));
        var after = Map.of(1L, new Outcomes(20, Map.of(0, 5L), 15, new BigDecimal("1500.00")));

        assertThat(effects(Decomposition.of(before, after, 1)))
                .containsExactly("NUMBER 625.00", "MIX 0.00", "SPEED 0.00", "STAGE 375.00", "AMOUNT 0.00");
    }

    /** The same deals of each source, but more of the better source: only the mix has changed. */
    @Test
    void moreDealsOfTheBetterSourceAreMix() {
        var good = new Outcomes(10, Map.of(), 10, new BigDecimal("1000.00"));
        var poor = new Outcomes(10, Map.of(0, 10L), 0, new BigDecimal("0.00"));
        var twiceGood = new Outcomes(15, Map.of(), 15, new BigDecimal("1500.00"));
        var half = new Outcomes(5, Map.of(0, 5L), 0, new BigDecimal("0.00"));

        assertThat(effects(Decomposition.of(Map.of(1L, good, 2L, poor), Map.of(1L, twiceGood, 2L, half), 1)))
                .containsExactly("NUMBER 0.00", "MIX 500.00", "SPEED 0.00", "STAGE 0.00", "AMOUNT 0.00");
    }

    @Test
    void partsSumToTheCentTurnWithTheSidesAndVanishForEqualSides() {
        for (var round = 0; round < 2_000; round++) {
            var places = 1 + random.nextInt(6);
            var one = company(places);
            var other = company(places);

            var forth = Decomposition.of(one, other, places);
            var back = Decomposition.of(other, one, places);

            assertThat(sum(forth)).isEqualByComparingTo(forth.to().subtract(forth.from()));
            assertThat(back.parts())
                    .extracting(part -> part.effect().negate())
                    .isEqualTo(forth.parts().stream().map(Part::effect).toList());
            assertThat(Decomposition.of(one, one, places).parts())
                    .allMatch(part -> part.effect().signum() == 0);
        }
    }

    /** The oracle changes the factors one after another in every order and takes the mean. */
    @Test
    void equalsTheMeanOverAllOrders() {
        for (var round = 0; round < 200; round++) {
            var n = 1 + random.nextInt(5);
            var from = random.doubles(n, 0, 3).toArray();
            var to = random.doubles(n, 0, 3).toArray();
            var sums = new double[n];
            var orders = orders(n);
            for (var order : orders) {
                var now = from.clone();
                for (var factor : order) {
                    var before = product(now);
                    now[factor] = to[factor];
                    sums[factor] += (product(now) - before) / orders.size();
                }
            }

            assertThat(Shapley.of(from, to)).containsExactly(sums, within(1e-9));
        }
    }

    private Map<Long, Outcomes> company(int places) {
        var sources = new HashMap<Long, Outcomes>();
        for (var source = 0L; source < random.nextInt(4); source++) {
            var lost = new HashMap<Integer, Long>();
            for (var place = 0; place < places; place++) {
                if (random.nextInt(3) > 0) {
                    lost.put(place, (long) random.nextInt(9));
                }
            }
            var won = random.nextInt(4) == 0 ? 0 : random.nextInt(9);
            var decided =
                    won + lost.values().stream().mapToLong(Long::longValue).sum();
            var amount = won == 0 ? 0 : random.nextLong(50_000_000);
            sources.put(source, new Outcomes(decided + random.nextInt(9), lost, won, BigDecimal.valueOf(amount, 2)));
        }
        return sources;
    }

    private static BigDecimal sum(Decomposition decomposition) {
        return decomposition.parts().stream().map(Part::effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<String> effects(Decomposition decomposition) {
        return decomposition.parts().stream()
                .map(part -> part.kind() + " " + part.effect().add(new BigDecimal("0.00")))
                .toList();
    }

    private static double product(double[] factors) {
        var product = 1.0;
        for (var factor : factors) {
            product *= factor;
        }
        return product;
    }

    private static List<List<Integer>> orders(int n) {
        if (n == 0) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        for (var order : orders(n - 1)) {
            for (var place = 0; place <= order.size(); place++) {
                var longer = new ArrayList<>(order);
                longer.add(place, n - 1);
                orders.add(longer);
            }
        }
        return orders;
    }
}
