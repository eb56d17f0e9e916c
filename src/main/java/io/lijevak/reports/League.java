package io.lijevak.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reps side by side with the places that what is known allows.
 *
 * <p>Score = Σ weight × index / Σ weights; index = 100 × value / value of the average rep, or 200 less that where less is
 * better, never below zero; an indicator that nothing tells of counts 100. The interval of a score has every indicator at
 * its low end, and at its high end: as wide as if all luck came together. A place is a span: from one more than the reps
 * whose interval lies wholly above, to the number of reps less those whose interval lies wholly below. Reps whose
 * intervals overlap share a place at least.
 *
 * @param rows the best first; those with too few deals last, without a place
 * @param average the average rep of the company; null when it would tell of single people one may not see
 */
public record League(List<Row> rows, @Nullable Map<Indicator, Double> average) {
    /** Below so many won and lost deals a rep is shown, and not ranked. */
    public static final int ENOUGH = 20;

    private static final double PAR = 100;

    /** A rep; {@code score} and {@code place} are null of one with too few deals, or where nothing is counted. */
    public record Row(
            Rep rep,
            Map<Indicator, Measured> measures,
            @Nullable Score score,
            @Nullable Place place) {}

    /** A person with what was counted. */
    public record Rep(long id, String name, RepWork work) {
        public boolean enough() {
            return work.deals().decided() >= ENOUGH;
        }
    }

    /** 100 is the average rep. */
    public record Score(double value, double low, double high) {
        boolean surelyAbove(Score other) {
            return low > other.high;
        }
    }

    /** The best and the worst place that the intervals allow. */
    public record Place(int best, int worst) {
        public boolean single() {
            return best == worst;
        }
    }

    /**
     * Ranks reps.
     *
     * @param reps those to be shown
     * @param everybody the work of all reps of the company with closed deals
     */
    static League of(Collection<Rep> reps, Collection<RepWork> everybody, Weights weights) {
        var measures = new Measures(everybody);
        var typical = everybody.stream()
                .filter(work -> work.deals().decided() >= ENOUGH)
                .toList();
        var average = Measures.average(typical.isEmpty() ? everybody : typical);
        var measured = new HashMap<Rep, Map<Indicator, Measured>>();
        var scores = new HashMap<Rep, Score>();
        for (var rep : reps) {
            var values = measures.of(rep.work());
            measured.put(rep, values);
            if (rep.enough() && weights.sum() > 0) {
                scores.put(rep, score(values, average, weights));
            }
        }
        var rows = new ArrayList<Row>();
        measured.forEach((rep, values) -> {
            var score = scores.get(rep);
            rows.add(new Row(rep, values, score, score == null ? null : place(score, scores.values())));
        });
        rows.sort(ORDER);
        return new League(rows, average);
    }

    /** By place, then by name: within a tie nobody stands before another by luck. */
    private static final Comparator<Row> ORDER = Comparator.comparing(
                    Row::place,
                    Comparator.nullsLast(Comparator.comparingInt(Place::best).thenComparingInt(Place::worst)))
            .thenComparing(row -> row.rep().name())
            .thenComparingLong(row -> row.rep().id());

    League withoutAverage() {
        return new League(rows, null);
    }

    public boolean ranks() {
        return rows.stream().anyMatch(row -> row.place() != null);
    }

    /** The places that the intervals of all, one's own among them, leave open. */
    static Place place(Score own, Collection<Score> all) {
        var above = (int) all.stream().filter(other -> other.surelyAbove(own)).count();
        var below = (int) all.stream().filter(own::surelyAbove).count();
        return new Place(above + 1, all.size() - below);
    }

    static Score score(Map<Indicator, Measured> values, Map<Indicator, Double> average, Weights weights) {
        var value = 0.0;
        var low = 0.0;
        var high = 0.0;
        for (var indicator : weights.counted()) {
            var weight = (double) weights.of(indicator) / weights.sum();
            var measured = values.get(indicator);
            var par = average.get(indicator);
            if (measured == null || par == null || par == 0) {
                value += weight * PAR;
                low += weight * PAR;
                high += weight * PAR;
                continue;
            }
            var reversed = indicator.lessIsBetter();
            value += weight * index(indicator, measured.value(), par);
            low += weight * index(indicator, reversed ? measured.high() : measured.low(), par);
            high += weight * index(indicator, reversed ? measured.low() : measured.high(), par);
        }
        return new Score(value, low, high);
    }

    /** Where a value stands to the average rep's, 100 = the same, more is better. */
    static double index(Indicator indicator, double value, double average) {
        var index = PAR * value / average;
        return indicator.lessIsBetter() ? Math.max(0, 2 * PAR - index) : index;
    }

    /** The row of a person. */
    public @Nullable Row of(long person) {
        return rows.stream()
                .filter(row -> Objects.equals(row.rep().id(), person))
                .findFirst()
                .orElse(null);
    }
}
