package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/**
 * A stage as a row of a funnel.
 *
 * @param probability template probability of a win from here, percent; null = none given, or no longer a step
 * @param normDays working days a deal should stay at most; null = none given
 */
public record FunnelStage(
        long id,
        String name,
        @Nullable Integer probability,
        @Nullable Integer normDays) {}
