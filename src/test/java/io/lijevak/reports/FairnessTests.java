package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.reports.Fairness.Part;
import io.lijevak.reports.Fairness.Trait;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a comparison that is fair to different deals must and must not find, in simulated companies; credit to the cent. */
class FairnessTests {
    private static final double EASY = 0.7;
    private static final double HARD = 0.2;

    /** Ten equal reps: the first has mostly easy deals, the second mostly hard ones. */
    private static List<Part> company(Random random, double firstIsBetterBy) {
        var parts = new ArrayList<Part>();
        for (var rep = 1; rep <= 10; rep++) {
            var easy = rep == 1 ? 160 : rep == 2 ? 40 : 100;
            var better = rep == 1 ? firstIsBetterBy : 0;
            parts.add(part(random, rep, "easy", easy, EASY + better));
            parts.add(part(random, rep, "hard", 200 - easy, HARD + better));
        }
        return parts;
    }

    private static Part part(Random random, long rep, String source, int deals, double rate) {
        var won = random.doubles(deals).filter(luck -> luck < rate).count();
        return new Part(rep, Map.of(Trait.SOURCE, source), won, deals);
    }

    @Test
    void twoEqualRepsWithDifferentDealsAreNotRankedApart() {
        var random = new Random(14);
        var apart = 0;
        var naive = 0;
        for (var round = 0; round < 200; round++) {
            var parts = company(random, 0);
            var standings = byPerson(parts);
            apart += surelyApart(standings, 1, 2) ? 1 : 0;
            naive += naiveRate(parts, 1) - naiveRate(parts, 2) > 0.15 ? 1 : 0;
        }

        // two disjoint 90 % intervals of equals: about 2 % of the time by luck
        assertThat(apart).isLessThan(12);
        assertThat(naive).isGreaterThan(190);
    }

    @Test
    void theBetterOneIsFound() {
        var random = new Random(15);
        var found = 0;
        for (var round = 0; round < 100; round++) {
            var standings = byPerson(company(random, 0.25));
            found += surelyApart(standings, 1, 2) && ratio(standings, 1).low() > 1 ? 1 : 0;
        }

        assertThat(found).isGreaterThan(85);
    }

    @Test
    void aBetterRepWithHarderDealsStandsBeforeOneWithEasyDeals() {
        var parts = List.of(
                new Part(1, Map.of(Trait.TAKEOVER, ""), 60, 200),
                new Part(2, Map.of(Trait.TAKEOVER, "7"), 100, 200),
                new Part(3, Map.of(Trait.TAKEOVER, ""), 30, 200),
                new Part(3, Map.of(Trait.TAKEOVER, "7"), 120, 200));

        var standings = byPerson(parts);

        assertThat(ratio(standings, 1).value()).isGreaterThan(1.5);
        assertThat(ratio(standings, 2).value()).isLessThan(1);
        assertThat(standings.get(1L).place()).isEqualTo(new League.Place(1, 1));
    }

    @Test
    void intervalsOfEqualsHoldOneInAtLeastNinetyPercent() {
        var random = new Random(16);
        var held = 0;
        for (var round = 0; round < 200; round++) {
            for (var one : Fairness.of(company(random, 0))) {
                var ratio = java.util.Objects.requireNonNull(one.ratio());
                held += ratio.low() <= 1 && 1 <= ratio.high() ? 1 : 0;
            }
        }

        assertThat(held / 2000.0).isBetween(0.87, 0.97);
    }

    @Test
    void expectedWinsAreThoseOfTheColleagues() {
        // of 1000 deals of the colleague 600 are won; the prior hardly matters
        var standings = byPerson(List.of(new Part(1, Map.of(), 30, 100), new Part(2, Map.of(), 600, 1000)));

        assertThat(standings.get(1L).expected()).isEqualTo(60, within(1.0));
        assertThat(ratio(standings, 1).value()).isEqualTo(0.5, within(0.01));
    }

    @Test
    void theIntervalWorkedOutOtherwiseIsTheSame() {
        // Jeffreys of 30 of 100 is 0.22946 to 0.37898; what the colleague would win of them is hardly in doubt
        var known = List.of(new Part(1, Map.of(), 30, 100), new Part(2, Map.of(), 60_000, 100_000));
        for (var ratio : List.of(ratio(byPerson(known), 1), RecountRatio.of(known, 1))) {
            assertThat(ratio.low()).isEqualTo(0.22946 / 0.6, within(1e-3));
            assertThat(ratio.high()).isEqualTo(0.37898 / 0.6, within(1e-3));
        }

        var random = new Random(18);
        for (var round = 0; round < 10; round++) {
            var parts = company(random, round % 2 == 0 ? 0 : 0.2);
            byPerson(parts).forEach((person, told) -> {
                var again = RecountRatio.of(parts, person);
                var ratio = java.util.Objects.requireNonNull(told.ratio());
                assertThat(again.value()).isEqualTo(ratio.value(), within(1e-6));
                assertThat(again.low()).isEqualTo(ratio.low(), within(1e-6));
                assertThat(again.high()).isEqualTo(ratio.high(), within(1e-6));
            });
        }
    }

    @Test
    void aTraitSortsOnlyWithTwoFrequentValues() {
        assertThat(Fairness.telling(List.of(
                        new Part(1, Map.of(Trait.SOURCE, "1", Trait.CATEGORY, "1"), 1, 30),
                        new Part(1, Map.of(Trait.SOURCE, "2", Trait.CATEGORY, "2"), 1, 19),
                        new Part(1, Map.of(Trait.SOURCE, "2", Trait.CATEGORY, "1"), 1, 1))))
                .containsExactly(Trait.SOURCE);
    }

    @Test
    void whoHasTooFewDealsHasNoPlace() {
        var standings = byPerson(
                List.of(new Part(1, Map.of(), 19, 19), new Part(2, Map.of(), 10, 20), new Part(3, Map.of(), 10, 20)));

        assertThat(standings.get(1L).place()).isNull();
        assertThat(standings.get(2L).place()).isEqualTo(new League.Place(1, 2));
    }

    @Test
    void creditIsSplitByStagesToTheCent() {
        // 100.00 by 2 : 1 and by 1 : 1 : 1
        assertThat(CreditSplit.of(new BigDecimal("100.00"), Map.of(1L, 2L, 2L, 1L)))
                .containsEntry(1L, new BigDecimal("66.67"))
                .containsEntry(2L, new BigDecimal("33.33"));
        assertThat(CreditSplit.of(new BigDecimal("100.00"), Map.of(3L, 1L, 2L, 1L, 1L, 1L)))
                .containsEntry(1L, new BigDecimal("33.34"))
                .containsEntry(2L, new BigDecimal("33.33"))
                .containsEntry(3L, new BigDecimal("33.33"));
    }

    @Test
    void partsAlwaysSumToTheAmount() {
        var random = new Random(17);
        for (var round = 0; round < 1000; round++) {
            var led = new HashMap<Long, Long>();
            for (var person = 1L; person <= 1 + random.nextInt(6); person++) {
                led.put(person, 1L + random.nextInt(7));
            }
            var amount = BigDecimal.valueOf(random.nextInt(1_000_000), 2);

            assertThat(CreditSplit.of(amount, led).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(amount);
        }
    }

    private static Map<Long, Fairness.Standing> byPerson(List<Part> parts) {
        var standings = new HashMap<Long, Fairness.Standing>();
        Fairness.of(parts).forEach(one -> standings.put(one.person(), one));
        return standings;
    }

    private static boolean surelyApart(Map<Long, Fairness.Standing> standings, long one, long other) {
        return ratio(standings, one).surelyAbove(ratio(standings, other))
                || ratio(standings, other).surelyAbove(ratio(standings, one));
    }

    private static League.Score ratio(Map<Long, Fairness.Standing> standings, long person) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(standings.get(person)).ratio());
    }

    private static double naiveRate(List<Part> parts, long person) {
        var own = parts.stream().filter(part -> part.person() == person).toList();
        return (double) own.stream().mapToLong(Part::won).sum()
                / own.stream().mapToLong(Part::all).sum();
    }
}
