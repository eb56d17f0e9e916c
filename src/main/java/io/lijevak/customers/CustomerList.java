package io.lijevak.customers;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Slice;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.PropertyOrder;
import io.lijevak.properties.PropertyOrders;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, counts and streams the customers a viewer may see, filtered and in the order of the viewer's language. */
@Component
public class CustomerList {
    /** Counts stop here unless the exact number is asked for. */
    public static final int COUNTED = 10_000;

    private static final int FETCH = 500;
    private static final Field<Long> ID = field(name("c", "id"), Long.class);
    private final DSLContext sql;
    private final FieldConditions fields;
    private final PropertyOrders orders;

    /** A customer that was found, and the order in which it stands. */
    private record Found(CustomerOrder order, long id) {}

    /** The same with its row. */
    private record Item(CustomerOrder order, Record row) {
        CustomerPlace place() {
            return order.place(row);
        }
    }

    CustomerList(DSLContext sql, FieldConditions fields, PropertyOrders orders) {
        this.sql = sql;
        this.fields = fields;
        this.orders = orders;
    }

    /** The keyset page that begins after the cursor, the first one without any. */
    public Slice<CustomerRow> page(CustomerFilter filter, CurrentUser viewer, @Nullable String next, int limit) {
        var found = found(filter, viewer, CustomerPlace.read(next), limit + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        var rows = rows(page.stream().map(Found::id).toArray(Long[]::new));
        var items = page.stream()
                .flatMap(one -> Stream.ofNullable(rows.get(one.id())).map(row -> new Item(one.order(), row)))
                .toList();
        return new Slice<>(
                items.stream().map(item -> CustomerRows.read(item.row())).toList(),
                found.size() <= limit || items.isEmpty()
                        ? null
                        : items.getLast().place().text());
    }

    private List<CustomerStretch> stretches(CustomerFilter filter, CurrentUser viewer, boolean backwards) {
        return CustomerStretch.of(filter, viewer, fields(filter, viewer), backwards, order(filter, viewer));
    }

    private @Nullable PropertyOrder order(CustomerFilter filter, CurrentUser viewer) {
        return orders.find(RecordKind.CUSTOMER, filter.order(), viewer).orElse(null);
    }

    private FieldConditions.Both fields(CustomerFilter filter, CurrentUser viewer) {
        return fields.of(RecordKind.CUSTOMER, "c", filter.where(), viewer);
    }

    private List<Found> found(CustomerFilter filter, CurrentUser viewer, @Nullable CustomerPlace place, int limit) {
        var found = new ArrayList<Found>();
        for (var stretch : from(place, stretches(filter, viewer, false))) {
            if (found.size() < limit) {
                sql.fetch(stretch.ids(in(stretch, place), limit - found.size()))
                        .forEach(id -> found.add(new Found(stretch.order(), id.value1())));
            }
        }
        return found;
    }

    private Map<Long, Record> rows(Long[] ids) {
        return ids.length == 0 ? Map.of() : rows().where(ID.eq(any(ids))).fetchMap(ID);
    }

    /** The customer that stands next to one in the list, after it or before it; null at the end of the list. */
    public @Nullable CustomerId beside(Customer customer, CustomerFilter filter, boolean before, CurrentUser viewer) {
        var stretches = stretches(filter, viewer, before);
        var place = place(customer.id(), stretches);
        for (var stretch : from(place, stretches)) {
            var id = sql.fetchOne(stretch.ids(in(stretch, place), 1));
            if (id != null) {
                return new CustomerId(id.value1());
            }
        }
        return null;
    }

    /** Where a customer stands, when it is in the list. */
    private @Nullable CustomerPlace place(CustomerId id, List<CustomerStretch> stretches) {
        for (var stretch : stretches) {
            var row = rows().where(ID.eq(id.value()).and(stretch.condition())).fetchOne();
            if (row != null) {
                return stretch.order().place(row);
            }
        }
        return null;
    }

    private SelectOnConditionStep<Record> rows() {
        return sql.select(CustomerRows.COLUMNS)
                .select(CustomerOrder.BEGINNING)
                .from(CustomerRows.CUSTOMERS)
                .leftJoin(CustomerRows.PEOPLE)
                .on(CustomerRows.ITS_PERSON)
                .leftJoin(CustomerRows.SOURCES)
                .on(CustomerRows.ITS_SOURCE);
    }

    /** The stretches from the one in which a place is, all of them without a place; a place in none is refused. */
    private static List<CustomerStretch> from(@Nullable CustomerPlace place, List<CustomerStretch> stretches) {
        if (place == null) {
            return stretches;
        }
        var rest = stretches.stream()
                .dropWhile(stretch -> stretch.order().key() != place.key())
                .toList();
        if (rest.isEmpty()) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
        return rest;
    }

    private static @Nullable CustomerPlace in(CustomerStretch stretch, @Nullable CustomerPlace place) {
        return place != null && place.key() == stretch.order().key() ? place : null;
    }

    /** The ids of all customers of the filter that the viewer may see, for figures over exactly them. */
    public Select<Record1<Long>> ids(CustomerFilter filter, CurrentUser viewer) {
        return select(ID)
                .from(CustomerRows.CUSTOMERS)
                .where(CustomerConditions.of(filter, viewer, fields(filter, viewer)));
    }

    /** How many there are: at most one more than {@link #COUNTED}, unless the exact number is asked for. */
    public int count(CustomerFilter filter, CurrentUser viewer, boolean exactly) {
        return sql.fetchCount(
                exactly
                        ? ids(filter, viewer)
                        : select(ID)
                                .from(CustomerRows.CUSTOMERS)
                                .where(CustomerConditions.of(filter, viewer, fields(filter, viewer)))
                                .limit(COUNTED + 1));
    }

    /** Hands over every customer of the filter in its order, without holding them all. */
    @Transactional
    public void forEach(CustomerFilter filter, Action right, CurrentUser viewer, Consumer<CustomerRow> consumer) {
        var reached = Reach.of(viewer, Resource.CUSTOMER, right).condition(CustomerConditions.RESPONSIBLE);
        for (var stretch : stretches(filter, viewer, false)) {
            try (var rows = rows().where(stretch.condition().and(reached))
                    .orderBy(stretch.order().fields())
                    .fetchSize(FETCH)
                    .fetchLazy()) {
                rows.forEach(row -> consumer.accept(CustomerRows.read(row)));
            }
        }
    }
}
