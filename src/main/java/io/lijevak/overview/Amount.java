package io.lijevak.overview;

import java.math.BigDecimal;

/** A number of deals and the sum of their potential in the management currency. */
public record Amount(long deals, BigDecimal sum) {
    public static final Amount NONE = new Amount(0, BigDecimal.ZERO);

    Amount plus(Amount other) {
        return new Amount(deals + other.deals, sum.add(other.sum));
    }
}
