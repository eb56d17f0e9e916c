package io.lijevak.deals;

import io.lijevak.platform.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What a deal is worth: its amount in its own currency, null when not known yet, and the price of one unit of that
 * currency in the management currency.
 */
public record Worth(@Nullable BigDecimal amount, String currency, BigDecimal rate) {
    public Worth {
        amount = amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
        rate = rate.setScale(8, RoundingMode.HALF_UP);
    }

    /** The amount in the management currency. */
    public @Nullable BigDecimal potential() {
        return amount == null ? null : amount.multiply(rate).setScale(2, RoundingMode.HALF_UP);
    }

    public @Nullable Money money() {
        return amount == null ? null : new Money(amount, currency);
    }
}
