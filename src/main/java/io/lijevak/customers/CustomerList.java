package io.lijevak.customers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import io.lijevak.platform.SearchTerm;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.time.OffsetDateTime;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SelectSeekStepN;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, counts and streams the customers a viewer may see, filtered and in the order of the viewer's language. */
@Component
public class CustomerList {
    /** Counts stop here unless the exact number is asked for. */
    public static final int COUNTED = 10_000;

    private static final int FETCH = 500;
    private static final int SORTED = 150_000;
    private static final Field<Long> ID = field(name("c", "id"), Long.class);
    private static final Field<String> NAME = field(name("c", "name"), String.class);
    private static final Field<String> SEARCH = field(name("c", "search_text"), String.class);
    private static final Field<Long> RESPONSIBLE = field(name("c", "responsible_id"), Long.class);
    private static final Field<Long> SOURCE = field(name("c", "source_id"), Long.class);
    private static final Field<OffsetDateTime> CREATED = field(name("c", "created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CHANGED = field(name("c", "changed_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> ARCHIVED = field(name("c", "archived_at"), OffsetDateTime.class);
    private final DSLContext sql;

    CustomerList(DSLContext sql) {
        this.sql = sql;
    }

    /** The keyset page that begins after the cursor, the first one without any. */
    public Slice<CustomerRow> page(CustomerFilter filter, CurrentUser viewer, @Nullable String next, int limit) {
        var order = new CustomerOrder(filter.sort(), viewer.language(), false);
        var found = sql.select(CustomerRows.COLUMNS)
                .from(table(name("customer")).as("c"))
                .leftJoin(CustomerRows.PEOPLE)
                .on(CustomerRows.ITS_PERSON)
                .leftJoin(CustomerRows.SOURCES)
                .on(CustomerRows.ITS_SOURCE)
                .where(ID.in(ids(filter, viewer, order, order.beyond(next), limit + 1)))
                .orderBy(order.fields())
                .fetch(CustomerRows::read);
        var items = found.subList(0, Math.min(limit, found.size()));
        return new Slice<>(items, found.size() <= limit ? null : cursor(order, items.getLast()));
    }

    /** The customer that stands next to one in the list, after it or before it; null at the end of the list. */
    public @Nullable CustomerId beside(Customer customer, CustomerFilter filter, boolean before, CurrentUser viewer) {
        var order = new CustomerOrder(filter.sort(), viewer.language(), before);
        var place = order.cursor(customer.id().value(), customer.name(), customer.createdAt(), customer.changedAt());
        var id = sql.fetchOptional(ids(filter, viewer, order, order.beyond(place), 1));
        return id.map(found -> new CustomerId(found.value1())).orElse(null);
    }

    private static Select<Record1<Long>> ids(
            CustomerFilter filter, CurrentUser viewer, CustomerOrder order, Condition beyond, int limit) {
        var few = filter.narrows() || viewer.scope(Resource.CUSTOMER, Action.VIEW) != Scope.ALL;
        var condition = condition(filter, viewer);
        return few ? search(condition, order, beyond, limit) : walk(condition.and(beyond), order, limit);
    }

    /** Goes along the index of the order until the page is full. */
    private static Select<Record1<Long>> walk(Condition condition, CustomerOrder order, int limit) {
        return select(ID)
                .from(table(name("customer")).as("c"))
                .where(condition)
                .orderBy(order.fields())
                .limit(limit);
    }

    /**
     * Gathers the matches and sorts them: going along the index would pass by nearly all rows when the matches stand
     * together near its end, as names beginning with the term do. Only where matches abound it goes along the index.
     */
    private static Select<Record1<Long>> search(Condition condition, CustomerOrder order, Condition beyond, int limit) {
        var found = name("found")
                .asMaterialized(select(ID, NAME, CREATED, CHANGED)
                        .from(table(name("customer")).as("c"))
                        .where(condition)
                        .limit(SORTED + 1));
        var few = field(selectCount().from(found)).le(SORTED);
        var sorted = select(ID)
                .from(table(name("found")).as("c"))
                .where(few.and(beyond))
                .orderBy(order.fields())
                .limit(limit);
        var id = field(name("page", "id"), Long.class);
        return with(found)
                .select(id)
                .from(select(id.as("id"))
                        .from(sorted.asTable("page"))
                        .unionAll(select(id.as("id"))
                                .from(walk(condition.and(few.not()).and(beyond), order, limit)
                                        .asTable("page")))
                        .asTable("page"));
    }

    /** The ids of all customers of the filter that the viewer may see, for figures over exactly them. */
    public Select<Record1<Long>> ids(CustomerFilter filter, CurrentUser viewer) {
        return select(ID).from(table(name("customer")).as("c")).where(condition(filter, viewer));
    }

    /** How many there are: at most one more than {@link #COUNTED}, unless the exact number is asked for. */
    public int count(CustomerFilter filter, CurrentUser viewer, boolean exactly) {
        return sql.fetchCount(
                exactly
                        ? ids(filter, viewer)
                        : select(ID)
                                .from(table(name("customer")).as("c"))
                                .where(condition(filter, viewer))
                                .limit(COUNTED + 1));
    }

    /** Hands over every customer of the filter in its order, without holding them all. */
    @Transactional
    public void forEach(CustomerFilter filter, Action right, CurrentUser viewer, Consumer<CustomerRow> consumer) {
        var reached = Reach.of(viewer, Resource.CUSTOMER, right).condition(RESPONSIBLE);
        try (var rows = all(filter, viewer, reached).fetchSize(FETCH).fetchLazy()) {
            for (Record found : rows) {
                consumer.accept(CustomerRows.read(found));
            }
        }
    }

    private SelectSeekStepN<Record> all(CustomerFilter filter, CurrentUser viewer, Condition reached) {
        return sql.select(CustomerRows.COLUMNS)
                .from(table(name("customer")).as("c"))
                .leftJoin(CustomerRows.PEOPLE)
                .on(CustomerRows.ITS_PERSON)
                .leftJoin(CustomerRows.SOURCES)
                .on(CustomerRows.ITS_SOURCE)
                .where(condition(filter, viewer).and(reached))
                .orderBy(new CustomerOrder(filter.sort(), viewer.language(), false).fields());
    }

    private static Condition condition(CustomerFilter filter, CurrentUser viewer) {
        return Reach.of(viewer, Resource.CUSTOMER, Action.VIEW)
                .condition(RESPONSIBLE)
                .and(new SearchTerm(filter.term()).on(SEARCH))
                .and(filter.archived() ? ARCHIVED.isNotNull() : ARCHIVED.isNull())
                .and(equal("kind", filter.kind()))
                .and(equal("lifecycle", filter.lifecycle()))
                .and(filter.source() == null ? noCondition() : SOURCE.eq(filter.source()))
                .and(responsible(filter.responsible()))
                .and(filter.team() == null ? noCondition() : RESPONSIBLE.in(CustomerRows.members(filter.team())))
                .and(filter.category() == null ? noCondition() : ID.in(CustomerRows.inCategory(filter.category())));
    }

    private static Condition equal(String column, @Nullable Enum<?> constant) {
        return constant == null
                ? noCondition()
                : field(name("c", column), String.class).eq(constant.name());
    }

    private static Condition responsible(@Nullable Long person) {
        if (person == null) {
            return noCondition();
        }
        return person == 0 ? RESPONSIBLE.isNull() : RESPONSIBLE.eq(person);
    }

    private static String cursor(CustomerOrder order, CustomerRow row) {
        return order.cursor(row.id(), row.name(), row.createdAt(), row.changedAt());
    }
}
