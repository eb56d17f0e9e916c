package io.lijevak.funnel;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far the rates of a funnel can be trusted, by id of the stage.
 *
 * @param conversions of each stage where deals were decided
 * @param winRate of all deals; null when none was decided
 * @param open what becomes of deals when those still open count as open; of cohorts only, as other rules choose by the end
 * @param wins the probability of a win from the stage on, by own statistics
 * @param estimates of those who lead the open deals; of the active funnel only
 * @param countedAt when the own statistics were counted; null = never yet
 */
public record HonestFunnel(
        Map<Long, Rate> conversions,
        @Nullable Rate winRate,
        Map<Long, Open> open,
        Map<Long, Rate> wins,
        Map<Long, Estimated> estimates,
        @Nullable Instant countedAt) {
    public static final HonestFunnel NONE = new HonestFunnel(Map.of(), null, Map.of(), Map.of(), Map.of(), null);

    /** A conversion that counts open deals as open, with its interval, null when nobody was decided. */
    public record Open(CompetingRisks risks, @Nullable Rate rate) {}
}
