package io.lijevak.interactions;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.TimelineSource;
import io.lijevak.deals.DealEvents;
import io.lijevak.deals.DealId;
import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells interactions on the timelines of customers and deals. */
@Component
class InteractionTimeline implements TimelineSource, DealEvents {
    private static final List<InteractionKind> ALL = List.of(InteractionKind.values());
    private final Interactions interactions;
    private final TimelineLines lines;

    InteractionTimeline(Interactions interactions, TimelineLines lines) {
        this.interactions = interactions;
        this.lines = lines;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        return entries(moment, ofCustomer(customer), ALL, limit, viewer, false);
    }

    @Override
    public List<TimelineEntry> before(
            Instant moment, CustomerId customer, CurrentUser viewer, int limit, TimelineEntry.Kind kind) {
        return entries(moment, ofCustomer(customer), kinds(kind), limit, viewer, false);
    }

    @Override
    public List<TimelineEntry> before(
            Instant moment, DealId deal, CurrentUser viewer, int limit, TimelineEntry.@Nullable Kind kind) {
        var condition = Interactions.column("deal_id").eq(deal.value());
        return entries(moment, condition, kind == null ? ALL : kinds(kind), limit, viewer, true);
    }

    private List<TimelineEntry> entries(
            Instant moment,
            Condition about,
            List<InteractionKind> kinds,
            int limit,
            CurrentUser viewer,
            boolean onDeal) {
        if (kinds.isEmpty()) {
            return List.of();
        }
        return interactions.before(moment, about, kinds, limit, viewer).stream()
                .map(one -> lines.entry(one, viewer, onDeal))
                .toList();
    }

    private static Condition ofCustomer(CustomerId customer) {
        return Interactions.column("customer_id").eq(customer.value());
    }

    private static List<InteractionKind> kinds(TimelineEntry.Kind kind) {
        return switch (kind) {
            case CALLS -> List.of(InteractionKind.CALL);
            case MEETINGS -> List.of(InteractionKind.MEETING);
            case MAIL -> List.of(InteractionKind.EMAIL);
            case NOTES -> List.of(InteractionKind.NOTE);
            case CHANGES -> List.of();
        };
    }
}
