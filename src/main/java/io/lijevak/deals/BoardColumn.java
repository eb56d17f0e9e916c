package io.lijevak.deals;

import io.lijevak.process.Step;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A stage on the board.
 *
 * @param total how many open deals stand there; {@code cards} are the first of them
 * @param potential their sum in the management currency
 * @param stuck how many of them stand there longer than the norm
 */
public record BoardColumn(Step step, long total, BigDecimal potential, long stuck, List<DealCard> cards) {
    public BoardColumn {
        cards = List.copyOf(cards);
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
