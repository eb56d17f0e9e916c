package io.lijevak.deals;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that the customer asked for at first.
 *
 * @param amount what it may be worth, null when not known; {@code expected} is the same in the management currency
 * @param satisfied percent that was satisfied, null when not known yet
 */
public record DemandLine(
        long id,
        int version,
        String wish,
        @Nullable BigDecimal amount,
        String currency,
        @Nullable BigDecimal expected,
        @Nullable Integer satisfied,
        @Nullable Named reason,
        @Nullable String comment) {

    public @Nullable Money money() {
        return amount == null ? null : new Money(amount, currency);
    }

    /** Whether it is known that not all of it was satisfied. */
    public boolean isUnmet() {
        return satisfied != null && satisfied < 100;
    }

    /** What people write down of it. */
    public record Fields(
            String wish,
            @Nullable BigDecimal amount,
            String currency,
            @Nullable Integer satisfied,
            @Nullable Long reason,
            @Nullable String comment) {
        /** A wish alone, in the currency given. */
        public static Fields wish(String wish, @Nullable BigDecimal amount, String currency) {
            return new Fields(wish, amount, currency, null, null, null);
        }
    }
}
