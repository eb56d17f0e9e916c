package io.lijevak.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Reckoning;
import io.lijevak.reports.League.Place;
import io.lijevak.reports.League.Rep;
import io.lijevak.reports.RepWork.Assignments;
import io.lijevak.reports.RepWork.Contacts;
import io.lijevak.reports.RepWork.Deals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Scores and places, against numbers worked out by hand and against what must hold for all of them. */
class LeagueTests {
    private static final Weights THREE =
            new Weights(Map.of(Indicator.WON_AMOUNT, 3, Indicator.WIN_RATE, 2, Indicator.DAYS_TO_WIN, 1));

    @Test
    void aScoreWeighsEachIndicatorAgainstTheAverageRep() {
        // Ana: 3000 EUR, 75 %, 10 days; Ivan: 1000 EUR, 25 %, 20 days; the average rep: 2000 EUR, 50 %, 12.5 days
        var league = league(THREE, rep(1, "Ana", 30, 10, 10), rep(2, "Ivan", 10, 30, 20));

        assertThat(league.average())
                .containsEntry(Indicator.WON_AMOUNT, 2000.0)
                .containsEntry(Indicator.WIN_RATE, 0.5)
                .containsEntry(Indicator.DAYS_TO_WIN, 12.5)
                .containsEntry(Indicator.WON_COUNT, 20.0)
                .containsEntry(Indicator.SALES_PER_DEAL, 50.0);
        // (3 × 150 + 2 × 150 + 1 × (200 − 80)) / 6 and (3 × 50 + 2 × 50 + 1 × (200 − 160)) / 6
        assertThat(score(league, 1).value()).isEqualTo(145, within(1e-9));
        assertThat(score(league, 2).value()).isEqualTo(290 / 6.0, within(1e-9));
        assertThat(league.rows()).extracting(row -> row.rep().name()).containsExactly("Ana", "Ivan");
        assertThat(place(league, 1)).isEqualTo(new Place(1, 1));
        assertThat(place(league, 2)).isEqualTo(new Place(2, 2));
    }

    @Test
    void repsWhoseIntervalsOverlapShareAPlace() {
        var league = league(THREE, rep(1, "Ana", 21, 19, 10), rep(2, "Ivan", 20, 20, 10), rep(3, "Eva", 1, 60, 40));

        assertThat(place(league, 1)).isEqualTo(new Place(1, 2));
        assertThat(place(league, 2)).isEqualTo(new Place(1, 2));
        assertThat(place(league, 3)).isEqualTo(new Place(3, 3));
    }

    @Test
    void whoHasTooFewDealsIsShownAndNotRanked() {
        var league = league(THREE, rep(1, "Ana", 19, 0, 10), rep(2, "Ivan", 10, 10, 10));

        assertThat(league.rows().getLast().rep().name()).isEqualTo("Ana");
        assertThat(league.rows().getLast().score()).isNull();
        assertThat(place(league, 2)).isEqualTo(new Place(1, 1));
    }

    @Test
    void whatNothingTellsOfCountsAsTheAverage() {
        var weights = new Weights(Map.of(Indicator.OVERDUE, 1));
        var asked = new RepWork(rep(1, "Ana", 20, 0, 1).work().deals(), Contacts.NONE, new Assignments(40, 20));
        var league = League.of(
                List.of(new Rep(1, "Ana", asked), rep(2, "Ivan", 20, 0, 1)),
                List.of(asked, rep(2, "Ivan", 20, 0, 1).work()),
                weights);

        assertThat(score(league, 1).value()).isEqualTo(100, within(1e-9));
        assertThat(score(league, 2)).isEqualTo(new League.Score(100, 100, 100));
        assertThat(score(league, 1).low()).isLessThan(100);
    }

    @Test
    void intervalsAreThoseOfTheBooks() {
        // 1, 2, 3: s = 1, t(0.95; 2) = 2.919986
        var mean = Measured.mean(6, 14, 3);
        assertThat(mean.value()).isEqualTo(2);
        assertThat(mean.high() - mean.value()).isEqualTo(2.919986 / Math.sqrt(3), within(1e-5));
        // of no event, half the 0.95 quantile of chi square with one degree: 3.841459 / 2
        assertThat(Measured.events(0).high()).isEqualTo(1.920729, within(1e-5));
        assertThat(Measured.events(0).low()).isZero();
        // four sales of 100: 400 ± 1.644854 × 200
        var total = Measured.total(new BigDecimal(400), new BigDecimal(40_000), 4);
        assertThat(total.low()).isEqualTo(400 - 328.9707, within(1e-3));
        assertThat(Measured.exact(7)).isEqualTo(new Measured(7, 7, 7, 7));
    }

    @Test
    void bothWaysToAnIntervalGiveThatOfThreeDealsOfOneTwoAndThree() {
        var three = new BigDecimal(6);
        var work =
                new RepWork(new Deals(3, 1, 3, three, new BigDecimal(14), 3, 6, 14), Contacts.NONE, Assignments.NONE);
        var told = new Measures(List.of(work)).of(work);

        for (var indicator : List.of(Indicator.DAYS_TO_WIN, Indicator.AVERAGE_DEAL)) {
            // t(0.95; 2) × 1 / √3
            mustLie(2 - 1.685855, 2 + 1.685855, indicator, work, told);
        }
        // 0, 1, 2, 3: mean 1.5, variance 5 / 3, t(0.95; 3) = 2.353363
        mustLie(0, 1.5 + 2.353363 * Math.sqrt(5 / 12.0), Indicator.SALES_PER_DEAL, work, told);
        // 6 ± 1.644854 × √14, and half the quantiles of chi square with seven degrees
        mustLie(0, 12.154479, Indicator.WON_AMOUNT, work, told);
        mustLie(1.083675, 7.033570, Indicator.WON_COUNT, work, told);
    }

    private static void mustLie(
            double low, double high, Indicator indicator, RepWork work, Map<Indicator, Measured> told) {
        for (var measured : List.of(
                java.util.Objects.requireNonNull(told.get(indicator)),
                java.util.Objects.requireNonNull(RecountMeasured.of(indicator, work, List.of(work))))) {
            assertThat(measured.low()).as("%s", indicator).isEqualTo(low, within(1e-5));
            assertThat(measured.high()).as("%s", indicator).isEqualTo(high, within(1e-5));
        }
    }

    @Test
    void intervalsWorkedOutOtherwiseAreTheSame() {
        var random = new Random(5);
        for (var round = 0; round < 12; round++) {
            var works = new ArrayList<RepWork>();
            for (var rep = 0; rep < 6; rep++) {
                works.add(randomWork(random, round % 4 == 0));
            }
            var measures = new Measures(works);
            for (var work : works) {
                var told = measures.of(work);
                for (var indicator : Indicator.values()) {
                    assertThat(differing(indicator, told.get(indicator), RecountMeasured.of(indicator, work, works)))
                            .as("%s of %s", indicator, work)
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> differing(Indicator indicator, @Nullable Measured told, @Nullable Measured again) {
        return of(indicator, told).differing(of(indicator, again));
    }

    private static Reckoning of(Indicator indicator, @Nullable Measured of) {
        var unit = Reckoning.Unit.valueOf(indicator.unit().name());
        return Reckoning.counted(
                "any", 0.0, unit, of == null ? List.of() : Reckoning.Input.interval(of.low(), of.high(), unit));
    }

    /** Deals may be all alike: then nothing but rounding makes a difference. */
    private static RepWork randomWork(Random random, boolean alike) {
        var deals = Deals.NONE;
        for (var i = random.nextInt(60); i > 0; i--) {
            var won = random.nextInt(3) > 0;
            var amount = new BigDecimal(alike ? 1_234_567_891 : random.nextInt(1_000_000_000)).movePointLeft(2);
            var days = alike ? 61 - 1 / 24.0 : random.nextInt(20_000_000) / 86_400.0;
            deals = deals.plus(
                    won
                            ? new Deals(1, 0, 1, amount, amount.multiply(amount), 1, days, days * days)
                            : new Deals(0, 1, 0, BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0));
        }
        var late = random.nextInt(9);
        return new RepWork(
                deals,
                new Contacts(random.nextInt(9), random.nextInt(9), 5, random.nextInt(5)),
                new Assignments(late + random.nextInt(9), late));
    }

    @Test
    void placesDependOnNeitherOrderNorNamesAndTiesAreSymmetric() {
        var random = new Random(4);
        for (var round = 0; round < 300; round++) {
            var reps = randomReps(random);
            var weights = randomWeights(random);
            var league = league(weights, reps.toArray(Rep[]::new));
            var shuffled = new ArrayList<>(reps);
            Collections.shuffle(shuffled, random);

            assertThat(places(league(weights, shuffled.toArray(Rep[]::new)))).isEqualTo(places(league));
            for (var one : league.rows()) {
                for (var other : league.rows()) {
                    mustBeFair(one, other);
                }
            }
        }
    }

    private static void mustBeFair(League.Row one, League.Row other) {
        var place = one.place();
        var others = other.place();
        var score = one.score();
        var otherScore = other.score();
        if (place == null || others == null || score == null || otherScore == null) {
            assertThat(one.rep().enough() && other.rep().enough()).isFalse();
            return;
        }
        if (one.rep().work().equals(other.rep().work())) {
            assertThat(place).isEqualTo(others);
        }
        var overlap = score.low() <= otherScore.high() && otherScore.low() <= score.high();
        var share = place.best() <= others.worst() && others.best() <= place.worst();
        if (overlap) {
            assertThat(share).isTrue();
        } else {
            assertThat(place.best() < others.best()).isEqualTo(score.low() > otherScore.high());
        }
    }

    @Test
    void weightsAreReadWrittenAndRefusedByTheirNames() {
        var weights = Weights.of(Map.of("wonAmount", "7", "winRate", "no", "calls", "0"));

        assertThat(weights.of(Indicator.WON_AMOUNT)).isEqualTo(7);
        assertThat(weights.shown()).doesNotContain(Indicator.WIN_RATE).contains(Indicator.CALLS);
        assertThat(Weights.of(weights.parameters())).isEqualTo(weights);
        assertThat(Weights.of(Map.of()).parameters()).isEmpty();
        assertThatThrownBy(() -> Weights.of(Map.of("winRate", "11", "overdue", "-1")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.problems())
                                .extracting(problem -> problem.field())
                                .containsExactly("winRate", "overdue"));
    }

    private static List<Rep> randomReps(Random random) {
        var reps = new ArrayList<Rep>();
        for (var id = 1; id <= 2 + random.nextInt(8); id++) {
            reps.add(
                    !reps.isEmpty() && random.nextInt(4) == 0
                            ? new Rep(id, "Rep " + id, reps.getFirst().work())
                            : rep(id, "Rep " + id, random.nextInt(60), random.nextInt(60), 1 + random.nextInt(50)));
        }
        return reps;
    }

    private static Weights randomWeights(Random random) {
        var values = new HashMap<Indicator, Integer>();
        for (var indicator : Indicator.values()) {
            values.put(indicator, random.nextInt(4));
        }
        values.put(Indicator.WON_COUNT, 1);
        return new Weights(values);
    }

    /** Deals of 100 EUR each, all won after the same days. */
    static Rep rep(long id, String name, int won, int lost, int days) {
        var deals = new Deals(
                won,
                lost,
                won,
                BigDecimal.valueOf(100L * won),
                BigDecimal.valueOf(10_000L * won),
                won,
                (double) won * days,
                (double) won * days * days);
        return new Rep(id, name, new RepWork(deals, new Contacts(won, lost, days, won / 2), Assignments.NONE));
    }

    private static League league(Weights weights, Rep... reps) {
        return League.of(List.of(reps), List.of(reps).stream().map(Rep::work).toList(), weights);
    }

    private static League.Score score(League league, long rep) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(league.of(rep)).score());
    }

    private static Place place(League league, long rep) {
        return java.util.Objects.requireNonNull(
                java.util.Objects.requireNonNull(league.of(rep)).place());
    }

    private static Map<Long, String> places(League league) {
        return league.rows().stream()
                .collect(Collectors.toMap(row -> row.rep().id(), row -> String.valueOf(row.place())));
    }
}
