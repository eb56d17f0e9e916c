package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.column;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.lijevak.platform.OrderedSearch;
import io.lijevak.platform.Slice;
import io.lijevak.properties.PropertyOrders;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of deals a user may see: pages, sums, and the whole of it for an export. */
@Component
public class DealList {
    private final DSLContext database;
    private final DealConditions conditions;
    private final DealSums sums;
    private final PropertyOrders orders;

    /** How many deals a filter lists, and their potential in the management currency. */
    public record Totals(long count, BigDecimal potential) {}

    DealList(DSLContext database, DealConditions conditions, DealSums sums, PropertyOrders orders) {
        this.orders = orders;
        this.database = database;
        this.conditions = conditions;
        this.sums = sums;
    }

    /** A deal that was found, and the order in which it stands. */
    private record Found(DealStretch stretch, long id) {}

    /** A page of at most {@code limit} deals after the cursor. */
    public Slice<DealRow> page(DealFilter filter, String order, @Nullable String cursor, int limit, CurrentUser user) {
        var found = new ArrayList<Found>();
        for (var stretch : from(cursor, stretches(order, user))) {
            if (found.size() <= limit) {
                var beyond = stretch.beyond(cursor != null && stretch.holds(cursor) ? cursor : null, false);
                database.fetchValues(ids(filter, user, new Walk(stretch, false), beyond, limit + 1 - found.size()))
                        .forEach(id -> found.add(new Found(stretch, id)));
            }
        }
        var more = found.size() > limit;
        var shown = rows(more ? found.subList(0, limit) : found, filter);
        return new Slice<>(
                shown.stream().map(Item::row).toList(),
                more && !shown.isEmpty() ? shown.getLast().cursor() : null);
    }

    private record Item(DealStretch stretch, DealRow row) {
        String cursor() {
            return stretch.cursor(DealStretch.Place.of(row));
        }
    }

    private List<Item> rows(List<Found> found, DealFilter filter) {
        if (found.isEmpty()) {
            return List.of();
        }
        var ids = found.stream().map(Found::id).toArray(Long[]::new);
        var rows =
                listed(filter, DealConditions.ID.eq(DSL.any(ids)), List.of(DealConditions.ID))
                        .fetch(ListedDeals::row)
                        .stream()
                        .collect(Collectors.toMap(DealRow::id, Function.identity()));
        return found.stream()
                .flatMap(one -> Stream.ofNullable(rows.get(one.id())).map(row -> new Item(one.stretch(), row)))
                .toList();
    }

    private ResultQuery<? extends Record> listed(
            DealFilter filter, Condition condition, List<? extends OrderField<?>> order) {
        return conditions.past(filter) == null
                ? ListedDeals.of(database, condition, order)
                : ListedDeals.ofPast(database, conditions.deals(filter), condition, order);
    }

    private List<DealStretch> stretches(String order, CurrentUser user) {
        return DealStretch.of(order, orders.find(RecordKind.DEAL, order, user).orElse(null), user.language());
    }

    /** The stretches from the one in which a cursor is. */
    private static List<DealStretch> from(@Nullable String cursor, List<DealStretch> stretches) {
        return cursor == null
                ? stretches
                : stretches.stream()
                        .dropWhile(stretch -> !stretch.holds(cursor))
                        .toList();
    }

    /** The deal that stands next to one in the list, after it or before it; null at the end of the list. */
    public @Nullable DealId beside(
            DealOverview deal, DealFilter filter, String order, boolean before, CurrentUser user) {
        var place = DealStretch.Place.of(deal);
        var all = stretches(order, user);
        var rest = (before ? all.reversed() : all)
                .stream().dropWhile(stretch -> !stretch.holds(place)).toList();
        for (var stretch : rest) {
            var beyond = stretch.beyond(stretch.holds(place) ? stretch.cursor(place) : null, before);
            var id = database.fetchOne(ids(filter, user, new Walk(stretch, before), beyond, 1));
            if (id != null) {
                return new DealId(id.value1());
            }
        }
        return null;
    }

    /** A stretch of the list, or the same one from its end. */
    private record Walk(DealStretch stretch, boolean backwards) {}

    /**
     * The ids of a page. A number of a funnel finds its deals as the planner sees fit; whatever else narrows is read
     * with bounded work.
     */
    private Select<Record1<Long>> ids(DealFilter filter, CurrentUser user, Walk walk, Condition beyond, int limit) {
        var stretch = walk.stretch();
        if (conditions.past(filter) != null) {
            return pastIds(filter, user, walk, beyond, limit);
        }
        var search =
                new OrderedSearch("deal", "d", stretch.within(), stretch.columns(), stretch.fields(walk.backwards()));
        var narrowing = stretch.narrowing();
        var also = narrowing == null ? DSL.noCondition() : narrowing;
        if (conditions.askSelections(filter)) {
            return search.page(
                    conditions.of(filter, user, Action.VIEW).and(also).and(beyond), limit);
        }
        if (!conditions.reachEverything(filter, user)) {
            var ways = conditions.ways(filter, user).stream()
                    .map(way -> way.and(also))
                    .toList();
            return search.page(ways, conditions.asked(filter, user).and(also), beyond, limit);
        }
        return narrowing == null
                ? search.page(beyond, limit)
                : search.page(List.of(narrowing), narrowing, beyond, limit);
    }

    private Select<Record1<Long>> pastIds(DealFilter filter, CurrentUser user, Walk walk, Condition beyond, int limit) {
        return DSL.select(DealConditions.ID)
                .from(conditions.deals(filter))
                .where(conditions
                        .of(filter, user, Action.VIEW)
                        .and(within(walk.stretch()))
                        .and(beyond))
                .orderBy(walk.stretch().fields(walk.backwards()))
                .limit(limit);
    }

    private static Condition within(DealStretch stretch) {
        var narrowing = stretch.narrowing();
        return stretch.within().and(narrowing == null ? DSL.noCondition() : narrowing);
    }

    public Totals totals(DealFilter filter, CurrentUser user) {
        return sums.get("list", filter, user, () -> summed(filter, user));
    }

    private Totals summed(DealFilter filter, CurrentUser user) {
        return database.select(count(), sum(column("potential", BigDecimal.class)))
                .from(conditions.deals(filter))
                .where(conditions.of(filter, user, Action.VIEW))
                .fetchSingle(row ->
                        new Totals(row.value1().longValue(), row.value2() == null ? BigDecimal.ZERO : row.value2()));
    }

    /** Hands every deal of the filter to the consumer, without holding them all in memory. */
    @Transactional(readOnly = true)
    public void export(DealFilter filter, String order, CurrentUser user, Consumer<DealRow> consumer) {
        var condition = conditions.of(filter, user, Action.EXPORT);
        for (var stretch : stretches(order, user)) {
            try (var rows = listed(filter, condition.and(within(stretch)), stretch.fields(false))
                    .fetchSize(500)
                    .fetchLazy()) {
                rows.forEach(row -> consumer.accept(ListedDeals.row(row)));
            }
        }
    }
}
