package io.lijevak.reports;

import io.lijevak.funnel.RecountRate;
import io.lijevak.funnel.Trials;
import java.util.Collection;

/**
 * The 90 % interval of won ÷ expected of one rep counted again: rates of cells of like deals and the rep's own rate from
 * {@link RecountRate}, so without the classes that {@link Fairness} has them from.
 */
final class RecountRatio {
    private double won;
    private double decided;
    private double expected;
    private double variance;

    private RecountRatio(Collection<Fairness.Part> parts, long person) {
        var all = Fairness.byCell(parts, part -> true);
        var rates = RecountRate.known(all.values());
        Fairness.byCell(parts, part -> part.person() == person).forEach((cell, own) -> {
            var whole = all.getOrDefault(cell, Trials.NONE);
            var colleagues = rates.apply(new Trials(whole.good() - own.good(), whole.all() - own.all()));
            won += own.good();
            decided += own.all();
            expected += own.all() * colleagues.estimate();
            variance += Math.pow(own.all(), 2) * colleagues.variance();
        });
    }

    /** Of a person with decided deals among the parts. */
    static League.Score of(Collection<Fairness.Part> parts, long person) {
        return new RecountRatio(parts, person).ratio();
    }

    private League.Score ratio() {
        var rate = RecountRate.alone(new Trials(won, decided));
        var value = won / expected;
        var middle = rate.estimate() * decided / expected;
        return new League.Score(
                value,
                Math.min(value, middle / farthest(rate.estimate() / rate.low())),
                Math.max(value, middle * farthest(rate.high() / rate.estimate())));
    }

    /** The factor that luck and the doubt about the expected wins move the ratio by. */
    private double farthest(double luck) {
        var doubt = Measured.NORMAL * Measured.NORMAL * variance / (expected * expected);
        return Math.exp(Math.sqrt(Math.pow(Math.log(luck), 2) + doubt));
    }
}
