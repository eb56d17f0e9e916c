package io.lijevak.deals;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.process.DealMode;
import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Everything the page of a deal says about the deal itself. */
public record DealOverview(
        DealId id,
        int version,
        String title,
        Named type,
        DealMode mode,
        int stepsVersion,
        @Nullable Named stage,
        DealOutcome outcome,
        Parties parties,
        Value value,
        @Nullable LocalDate expectedClose,
        @Nullable Instant openedAt,
        End end,
        DealMarks marks,
        PropertyValues properties) {

    /** Who takes part. */
    public record Parties(
            @Nullable Named customer,
            @Nullable String city,
            @Nullable Named contact,
            @Nullable String contactRole,
            @Nullable Named responsible,
            @Nullable Named source) {}

    /** What it is worth; the potential is in the management currency, the rep's own estimate of a win in percent. */
    public record Value(
            @Nullable Money amount,
            String currency,
            BigDecimal rate,
            @Nullable BigDecimal potential,
            @Nullable Integer ownEstimate) {}

    /** How it ended, when it did. */
    public record End(
            @Nullable Instant at,
            @Nullable Named reason,
            @Nullable Named competitor,
            @Nullable String note) {}

    public boolean isOpen() {
        return outcome == DealOutcome.OPEN;
    }

    public @Nullable Long responsibleId() {
        var responsible = parties.responsible();
        return responsible == null ? null : responsible.id();
    }
}
