package io.lijevak.funnel;

import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The difference in won amount of two funnels with what it comes from.
 *
 * @param of both funnels
 * @param now outcomes of the first by source, 0 = without one
 * @param then those of the second
 */
public record Difference(
        ComparedFunnels of, Decomposition decomposition, Map<Long, Outcomes> now, Map<Long, Outcomes> then) {
    public Difference {
        now = Map.copyOf(now);
        then = Map.copyOf(then);
    }

    /** The question whose deals were on hand: of deals closed in a period all that stood in a stage in it. */
    public FunnelQuery onHand(boolean first) {
        return ReadOutcomes.onHand((first ? of.now() : of.then()).query());
    }

    public Outcomes all(boolean first) {
        return (first ? now : then).values().stream().reduce(Outcomes.NONE, Outcomes::plus);
    }

    /** The source whose share of the deals differs most; empty when there is but one, or none differs. */
    public Optional<Long> mostMoved() {
        return Stream.concat(now.keySet().stream(), then.keySet().stream())
                .distinct()
                .sorted()
                .filter(source -> share(true, source) != share(false, source))
                .max(Comparator.comparingDouble(source -> Math.abs(share(true, source) - share(false, source))));
    }

    /** Share of the source among the deals on hand, of one; zero when there are none. */
    public double share(boolean first, long source) {
        var deals = Objects.requireNonNullElse((first ? now : then).get(source), Outcomes.NONE)
                .deals();
        var all = all(first).deals();
        return all == 0 ? 0 : (double) deals / all;
    }
}
