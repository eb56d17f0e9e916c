package io.lijevak.deals;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deal as lists show it; the potential is in the management currency.
 *
 * @param proven name of the stage it is proven to be at, null where that is the one it stands at, or nothing is to be
 *     proven
 * @param version 0 of a deal that is not there any more
 */
public record DealRow(
        long id,
        String title,
        Named type,
        @Nullable Named stage,
        DealOutcome outcome,
        @Nullable Named customer,
        @Nullable Named responsible,
        @Nullable Named source,
        @Nullable Money amount,
        @Nullable BigDecimal potential,
        @Nullable LocalDate expectedClose,
        @Nullable Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Named reason,
        DealMarks marks,
        @Nullable String proven,
        PropertyValues properties,
        int version) {
    /** Whether the deal has been removed since: its past alone is known. */
    public boolean isGone() {
        return version == 0;
    }
}
