package io.lijevak.deals;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Values of a deal as the audit trail writes them: plain, the same in every language. */
final class Words {
    private Words() {}

    static @Nullable String money(Worth worth) {
        return worth.amount() == null ? null : worth.amount().toPlainString() + " " + worth.currency();
    }

    static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
