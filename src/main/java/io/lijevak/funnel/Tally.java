package io.lijevak.funnel;

import java.math.BigDecimal;

/**
 * A number of deals and the sum of their amounts in the company's currency.
 *
 * @param unknown how many of the deals have no known amount and so add nothing to the sum
 */
public record Tally(long count, BigDecimal amount, long unknown) {
    public static final Tally NONE = new Tally(0, new BigDecimal("0.00"), 0);

    /** So many deals of which no amounts are told. */
    static Tally ofDeals(long count) {
        return new Tally(count, NONE.amount, 0);
    }

    public Tally plus(Tally other) {
        return new Tally(count + other.count, amount.add(other.amount), unknown + other.unknown);
    }
}
