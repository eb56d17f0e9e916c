package io.lijevak.funnel;

import io.lijevak.properties.Where;
import org.jspecify.annotations.Nullable;

/**
 * What the deals of a funnel must have, by present attributes: responsible, their team, source, and so on; null = any.
 *
 * @param where conditions on any fields of the deal and of the records it leads to
 */
public record FunnelFilter(
        @Nullable Long owner,
        @Nullable Long team,
        @Nullable Long source,
        @Nullable Long category,
        @Nullable Long productGroup,
        Where where) {
    public static final FunnelFilter NONE = new FunnelFilter(null, null, null, null, null);

    public FunnelFilter(
            @Nullable Long owner,
            @Nullable Long team,
            @Nullable Long source,
            @Nullable Long category,
            @Nullable Long productGroup) {
        this(owner, team, source, category, productGroup, Where.ANYTHING);
    }
}
