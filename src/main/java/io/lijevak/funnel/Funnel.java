package io.lijevak.funnel;

import java.time.Instant;
import java.util.List;

/**
 * An answer of the funnel.
 *
 * @param query the question with the deal type filled in
 * @param asOf the moment the deals were looked at
 * @param currency of all amounts
 * @param stages in the order of the deal type's steps, then stages that are no longer steps; none for a non-process type
 */
public record Funnel(
        FunnelQuery query,
        Instant asOf,
        FunnelType type,
        String currency,
        List<StageFigures> stages,
        FunnelTotals totals) {
    public Funnel {
        stages = List.copyOf(stages);
    }
}
