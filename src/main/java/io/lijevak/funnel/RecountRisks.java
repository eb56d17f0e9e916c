package io.lijevak.funnel;

import io.lijevak.funnel.Stay.Ending;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Competing ends counted again by weighing instead of multiplying: each deal that left counts one over the chance that a
 * deal was not censored before, which gives the estimate of Aalen and Johansen (G. Satten, S. Datta, The American
 * Statistician 55, 2001). The variance is that of a multinomial at each time, carried over by the derivatives of the estimate.
 */
final class RecountRisks {
    private final TreeMap<Integer, Ends> times = new TreeMap<>();
    private final long known;

    /** How many left at a time, and how many were censored at it. */
    private record Ends(long onward, long lost, long back, long open) {
        Ends plus(Stay stay) {
            var deals = stay.deals();
            return switch (stay.ending()) {
                case ONWARD -> new Ends(onward + deals, lost, back, open);
                case LOST -> new Ends(onward, lost + deals, back, open);
                case BACK -> new Ends(onward, lost, back + deals, open);
                case GOES_ON -> new Ends(onward, lost, back, open + deals);
            };
        }

        long left() {
            return onward + lost + back;
        }
    }

    /** A time with those at risk, the chance not to be censored before, and the share that went on up to it. */
    private record At(int tenths, Ends ends, long atRisk, double uncensored, double onward) {}

    private RecountRisks(Collection<Stay> stays) {
        stays.forEach(
                stay -> times.merge(stay.tenths(), new Ends(0, 0, 0, 0).plus(stay), (one, other) -> one.plus(stay)));
        known = stays.stream().mapToLong(Stay::deals).sum();
    }

    static CompetingRisks of(Collection<Stay> stays) {
        var decided = new RecountRisks(
                stays.stream().filter(stay -> stay.ending() != Ending.BACK).toList());
        var walked = decided.walk();
        var onward = walked.isEmpty() ? 0 : walked.getLast().onward();
        var lost = walked.stream()
                .mapToDouble(at -> decided.weighed(at, at.ends().lost()))
                .sum();
        var all = new RecountRisks(stays);
        return new CompetingRisks(
                onward,
                lost,
                onward + lost > 0 ? decided.worth(walked, onward, lost) : Trials.NONE,
                all.median(),
                all.known,
                all.times.values().stream().mapToLong(Ends::open).sum());
    }

    private List<At> walk() {
        var walked = new java.util.ArrayList<At>();
        var atRisk = known;
        var uncensored = 1.0;
        var onward = 0.0;
        for (var time : times.entrySet()) {
            var ends = time.getValue();
            onward += ends.onward() / (known * uncensored);
            walked.add(new At(time.getKey(), ends, atRisk, uncensored, onward));
            var stayed = atRisk - ends.left();
            uncensored *= stayed == 0 ? 1 : 1 - (double) ends.open() / stayed;
            atRisk = stayed - ends.open();
        }
        return walked;
    }

    private double weighed(At at, long deals) {
        return deals / (known * at.uncensored());
    }

    private Trials worth(List<At> walked, double onward, double lost) {
        var variance = walked.stream().mapToDouble(at -> variance(at, onward)).sum();
        var decided = walked.stream().mapToLong(at -> at.ends().left()).sum();
        var worth = variance < 1e-12 || onward > 1 - 1e-9 ? decided : onward * (1 - onward) / variance;
        return new Trials(onward / (onward + lost) * worth, worth);
    }

    private double variance(At at, double share) {
        var n = (double) at.atRisk();
        var goes = at.ends().onward() / n;
        var fails = at.ends().lost() / n;
        var later = goes + fails < 1 ? (share - at.onward()) / (1 - goes - fails) : 0;
        var byGoing = n / (known * at.uncensored()) - later;
        var mean = goes * byGoing - fails * later;
        return (goes * byGoing * byGoing + fails * later * later - mean * mean) / n;
    }

    private @Nullable Integer median() {
        var left = 0.0;
        for (var at : walk()) {
            left += weighed(at, at.ends().left());
            if (at.ends().left() > 0 && left >= 0.5 - 1e-9) {
                return at.tenths();
            }
        }
        return null;
    }
}
