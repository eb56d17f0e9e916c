package io.lijevak.deals;

import io.lijevak.process.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * A stage on the board.
 *
 * @param total how many open deals stand there; {@code cards} are the first of them
 * @param potential their sum in the management currency
 * @param marked how many of all of them bear each mark
 */
public record BoardColumn(
        Step step, long total, BigDecimal potential, Map<DealMark, Long> marked, List<DealCard> cards) {
    public BoardColumn {
        cards = List.copyOf(cards);
        marked = Map.copyOf(marked);
    }

    public long marked(DealMark mark) {
        return marked.getOrDefault(mark, 0L);
    }

    /** The potential weighted by the template probability of the step, zero without one. */
    public BigDecimal weighted() {
        var percent = step.probability() == null ? 0 : step.probability();
        return potential.multiply(BigDecimal.valueOf(percent)).divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    public boolean hasMore() {
        return cards.size() < total;
    }
}
