package io.lijevak.reports;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * A won deal that changed hands.
 *
 * @param responsible who answers for it now
 * @param led by person, how many of its stages each led to their end
 */
record Handed(long deal, long responsible, BigDecimal amount, Map<Long, Long> led) {
    /** What the split adds to a person's won amount, or takes from it. */
    BigDecimal credit(long person) {
        var share = CreditSplit.of(amount, led).getOrDefault(person, BigDecimal.ZERO);
        return person == responsible ? share.subtract(amount) : share;
    }

    long stages() {
        return led.values().stream().mapToLong(Long::longValue).sum();
    }

    long stages(long person) {
        return led.getOrDefault(person, 0L);
    }

    boolean isOf(long person) {
        return person == responsible || led.containsKey(person);
    }

    /** What the split of all of them adds to each person's won amount, or takes from it; nothing in sum. */
    static Map<Long, BigDecimal> credits(Collection<Handed> deals) {
        var credits = new HashMap<Long, BigDecimal>();
        for (var deal : deals) {
            credits.merge(deal.responsible(), deal.amount().negate(), BigDecimal::add);
            CreditSplit.of(deal.amount(), deal.led())
                    .forEach((person, share) -> credits.merge(person, share, BigDecimal::add));
        }
        return credits;
    }
}
