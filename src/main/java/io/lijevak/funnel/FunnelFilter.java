package io.lijevak.funnel;

import org.jspecify.annotations.Nullable;

/** What the deals of a funnel must have, by present attributes: responsible, their team, source, and so on; null = any. */
public record FunnelFilter(
        @Nullable Long owner,
        @Nullable Long team,
        @Nullable Long source,
        @Nullable Long category,
        @Nullable Long productGroup) {
    public static final FunnelFilter NONE = new FunnelFilter(null, null, null, null, null);
}
