package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/**
 * What became of the deals of one source.
 *
 * @param deals on hand: of a cohort those opened, of a period those open in it, decided ones included
 * @param lostAt lost deals by the place of the stage they were lost at, from 0
 * @param wonAmount in the company's currency
 */
public record Outcomes(long deals, Map<Integer, Long> lostAt, long won, BigDecimal wonAmount) {
    public static final Outcomes NONE = new Outcomes(0, Map.of(), 0, new BigDecimal("0.00"));

    public long lost() {
        return lostAt.values().stream().mapToLong(Long::longValue).sum();
    }

    public long decided() {
        return won + lost();
    }

    /** Decided deals that came at least to the place; all do that were won. */
    public long reached(int place) {
        return won + lostFrom(place);
    }

    Outcomes plus(Outcomes other) {
        var lost = new HashMap<>(lostAt);
        other.lostAt.forEach((place, count) -> lost.merge(place, count, Long::sum));
        return new Outcomes(deals + other.deals, lost, won + other.won, wonAmount.add(other.wonAmount));
    }

    private long lostFrom(int place) {
        return lostAt.entrySet().stream()
                .filter(lost -> lost.getKey() >= place)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
