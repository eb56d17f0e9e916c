package io.lijevak.platform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount in a currency, always with two decimals; the currency is an ISO 4217 code. */
public record Money(BigDecimal value, String currency) {
    public Money {
        value = value.setScale(2, RoundingMode.HALF_UP);
        Currency.getInstance(currency);
    }

    public static Money of(String value, String currency) {
        return new Money(new BigDecimal(value), currency);
    }

    /** This amount in another currency, at the given price of one unit of this currency. */
    public Money in(String target, BigDecimal rate) {
        return new Money(value.multiply(rate), target);
    }
}
