package io.lijevak.funnel;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** Decides without the statements that group whether a deal is of the groups of a cell of a matrix. */
record LedgerGroups(Map<Dimension, String> groups, ZoneId zone) {
    /** Told by the deal and its visits themselves; of the others the tables beside them are asked. */
    private static final Set<DealDimension> OWN = EnumSet.of(
            DealDimension.OWNER,
            DealDimension.TEAM,
            DealDimension.SOURCE,
            DealDimension.OUTCOME,
            DealDimension.OPENED,
            DealDimension.CLOSED,
            DealDimension.ENTERED);

    /** Whether what neither a deal nor its visits tell, such as a category of its customer, is of the groups. */
    Condition elsewhere(Selection selection) {
        var other = new HashMap<>(groups);
        other.keySet().removeIf(OWN::contains);
        return FunnelDeals.within(other, selection);
    }

    /** {@code entered}: when the deal entered the stage of the cell, or else the one where it stands or ended. */
    boolean hold(LedgerDeal.Row deal, String state, @Nullable Instant closed, @Nullable Instant entered) {
        return deal.inGroups()
                && groups.entrySet().stream()
                        .allMatch(group -> !(group.getKey() instanceof DealDimension own)
                                || !OWN.contains(own)
                                || group.getValue().equals(text(value(own, deal, state, closed, entered))));
    }

    private @Nullable Object value(
            DealDimension own, LedgerDeal.Row deal, String state, @Nullable Instant closed, @Nullable Instant entered) {
        return switch (own) {
            case OWNER -> deal.responsibleId();
            case TEAM -> deal.teamId();
            case SOURCE -> deal.sourceId();
            case OUTCOME -> state;
            case OPENED -> month(deal.openedAt());
            case CLOSED -> month(closed);
            case ENTERED -> month(entered);
            case STAGE, CATEGORY, PRODUCT_GROUP -> throw new IllegalArgumentException(own.key());
        };
    }

    private @Nullable YearMonth month(@Nullable Instant moment) {
        return moment == null ? null : YearMonth.from(moment.atZone(zone));
    }

    private static String text(@Nullable Object value) {
        return Objects.requireNonNullElse(value, Dimension.NONE).toString();
    }
}
