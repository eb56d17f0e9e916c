package io.lijevak.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Rates of groups are drawn together by as much as they are alike, and their intervals keep what they promise. */
class ShrinkageTests {
    private final Well19937c numbers = new Well19937c(20261128);
    private final Random random = new Random(20261128);

    @Test
    void ninetyPercentIntervalsCoverTheTruthInNineOfTenCases() {
        var covered = 0;
        var all = 0;
        for (var firm = 0; firm < 250; firm++) {
            var mean = 0.3 + 0.6 * random.nextDouble();
            var likeness = List.of(10, 40, 150).get(firm % 3);
            var rates = new ArrayList<Double>();
            var trials = new ArrayList<Trials>();
            for (var rep = 0; rep < 6 + random.nextInt(10); rep++) {
                var rate = new BetaDistribution(numbers, mean * likeness, (1 - mean) * likeness).sample();
                var deals = 20 + random.nextInt(180);
                rates.add(rate);
                trials.add(new Trials(won(deals, rate), deals));
            }
            var learned = Shrinkage.of(trials, BetaBelief.NOTHING);
            for (var rep = 0; rep < rates.size(); rep++) {
                var rate = learned.of(trials.get(rep)).rate(trials.get(rep));
                covered += rate.low() <= rates.get(rep) && rates.get(rep) <= rate.high() ? 1 : 0;
                all++;
            }
        }

        assertThat(100.0 * covered / all).as("of %d intervals", all).isBetween(88.0, 92.0);
    }

    /** Beta(1, 1) is flat, Beta(2, 1) grows with the rate: their quantiles are known exactly. */
    @Test
    void quantilesOfADensityAreThoseOfTheDistribution() {
        assertThat(new DensityOfBeta(1, 1).quantile(0.05)).isCloseTo(0.05, within(1e-9));
        assertThat(new DensityOfBeta(2, 1).quantile(0.05)).isCloseTo(Math.sqrt(0.05), within(1e-9));
        for (var i = 0; i < 40; i++) {
            var good = Math.exp(random.nextDouble() * 12 - 1);
            var bad = Math.exp(random.nextDouble() * 12 - 1);
            assertThat(new DensityOfBeta(good, bad).quantile(0.95))
                    .as("Beta(%s, %s)", good, bad)
                    .isCloseTo(new BetaDistribution(null, good, bad).inverseCumulativeProbability(0.95), within(1e-8));
        }
    }

    /** Of companies with and without like types and reps, of whole deals and of ones counted in part. */
    @Test
    void aRateCountedAgainIsTheSameWithoutTheClassesThatMadeIt() {
        for (var company = 0; company < 25; company++) {
            var rows = new ArrayList<OwnStatistics.Row>();
            for (var type = 1L; type <= 1 + random.nextInt(4); type++) {
                for (var rep = 0L; rep <= random.nextInt(6); rep++) {
                    rows.add(row(type, rep == 0 ? null : rep, random.nextInt(300), random.nextInt(300)));
                }
            }
            var statistics = new OwnStatistics(rows);
            var all = 1 + random.nextInt(200) + (company % 3 == 0 ? random.nextDouble() : 0);
            var seen = new Trials(random.nextInt(3) * all / 2, all);
            var part = random.nextBoolean();

            var told = new CellRates(statistics.conversion(1, 7, part, seen), null, statistics.like(1, 7, part));
            var again = RecountRate.of(seen, told.like());

            assertThat(told.equal(new CellRates(again, null, told.like())))
                    .as("%s and %s", told, again)
                    .isTrue();
            var wrong = new Rate(seen, again.estimate(), again.low() + 1e-5, again.high());
            assertThat(told.equal(new CellRates(wrong, null, told.like()))).isFalse();
        }
    }

    @Test
    void intervalsOfACompanyWithSeveralTypesKeepTheirPromiseOnEachLevel() {
        var covered = 0;
        var all = 0;
        for (var firm = 0; firm < 60; firm++) {
            var mean = 0.3 + 0.6 * random.nextDouble();
            var rows = new ArrayList<OwnStatistics.Row>();
            var truth = new ArrayList<Double>();
            for (var type = 1L; type <= 4; type++) {
                var common = new BetaDistribution(numbers, mean * 60, (1 - mean) * 60).sample();
                var good = 0L;
                var bad = 0L;
                for (var rep = 1L; rep <= 10; rep++) {
                    var rate = new BetaDistribution(numbers, common * 60, (1 - common) * 60).sample();
                    var deals = 20 + random.nextInt(80);
                    var won = won(deals, rate);
                    good += won;
                    bad += deals - won;
                    rows.add(row(type, rep, won, deals - won));
                    truth.add(rate);
                }
                rows.add(row(type, null, good, bad));
            }
            var statistics = new OwnStatistics(rows);
            var reps = rows.stream().filter(row -> row.personId() != null).toList();
            for (var i = 0; i < reps.size(); i++) {
                var rate = statistics.conversion(
                        reps.get(i).typeId(), 7, true, reps.get(i).stage());
                covered += rate.low() <= truth.get(i) && truth.get(i) <= rate.high() ? 1 : 0;
                all++;
            }
        }

        assertThat(100.0 * covered / all).as("of %d intervals", all).isBetween(88.0, 92.0);
    }

    @Test
    void aGroupWithFewTrialsLeansOnTheOthersAndOneWithManyDoesNot() {
        var groups =
                List.of(Trials.of(60, 40), Trials.of(118, 82), Trials.of(59, 41), Trials.of(62, 38), Trials.of(0, 2));

        var learned = Shrinkage.of(groups, BetaBelief.NOTHING);

        assertThat(learned.of(Trials.of(0, 2)).mean()).isBetween(0.5, 0.6);
        assertThat(learned.of(Trials.of(9_000, 1_000)).mean()).isGreaterThan(0.85);
        assertThat(learned.unknown().mean()).isCloseTo(0.6, within(0.05));
    }

    @Test
    void withoutOthersTheIntervalIsThatOfJeffreys() {
        var seen = Trials.of(7, 3);

        var rate = OwnStatistics.NONE.conversion(1, 2, true, seen);

        // Beta(7.5, 3.5), quantiles from published tables of the Jeffreys interval
        assertThat(rate.estimate()).isCloseTo(7.5 / 11, within(1e-9));
        assertThat(rate.low()).isCloseTo(0.4423, within(5e-4));
        assertThat(rate.high()).isCloseTo(0.8826, within(5e-4));
    }

    private long won(int deals, double rate) {
        return new BinomialDistribution(numbers, deals, Math.clamp(rate, 0, 1)).sample();
    }

    private static OwnStatistics.Row row(
            long type, @org.jspecify.annotations.Nullable Long person, long won, long lost) {
        return new OwnStatistics.Row(type, 7L, person, won, lost, 0, 0, java.time.Instant.EPOCH);
    }
}
