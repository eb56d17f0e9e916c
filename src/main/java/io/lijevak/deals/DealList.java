package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.column;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.sum;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.platform.OrderedSearch;
import io.lijevak.platform.Slice;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
    private static final String ROWS = """
            select d.id, d.title, d.outcome, d.amount, d.currency, d.potential, d.expected_close,
              d.opened_at, d.closed_at, d.version, d.stage_due_at, d.silent_from, d.last_contact_at, d.next_step_at,
              d.touches, d.properties,
              t.id as type_id, t.name as type_name,
              s.id as stage_id, s.name as stage_name, c.id as customer_id, c.name as customer_name,
              p.id as person_id, p.name as person_name, o.id as source_id, o.name as source_name,
              r.id as reason_id, r.name as reason_name,
              case when d.proven_stage_id <> d.stage_id and d.outcome = 'OPEN' then v.name end as proven
            from deal d
            join deal_type t on t.id = d.type_id
            left join stage s on s.id = d.stage_id
            left join customer c on c.id = d.customer_id
            left join person p on p.id = d.responsible_id
            left join customer_source o on o.id = d.source_id
            left join loss_reason r on r.id = d.loss_reason_id
            left join stage v on v.id = d.proven_stage_id
            where {0} order by {1} limit {2}""";
    private final DSLContext database;
    private final DealConditions conditions;
    private final DealSums sums;

    /** How many deals a filter lists, and their potential in the management currency. */
    public record Totals(long count, BigDecimal potential) {}

    DealList(DSLContext database, DealConditions conditions, DealSums sums) {
        this.database = database;
        this.conditions = conditions;
        this.sums = sums;
    }

    /** A page of at most {@code limit} deals after the cursor. */
    public Slice<DealRow> page(DealFilter filter, String order, @Nullable String cursor, int limit, CurrentUser user) {
        var sort = DealSort.of(order);
        var found = database.fetchValues(
                ids(filter, user, new Walk(sort, false), sort.after(cursor, user.language()), limit + 1));
        var rows = found.isEmpty()
                ? List.<DealRow>of()
                : query(DealConditions.ID.eq(DSL.any(found.toArray(Long[]::new))), sort, user, limit + 1)
                        .fetch(DealList::row);
        var more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Slice<>(shown, more ? sort.cursor(shown.getLast()) : null);
    }

    /** The deal that stands next to one in the list, after it or before it; null at the end of the list. */
    public @Nullable DealId beside(
            DealOverview deal, DealFilter filter, String order, boolean before, CurrentUser user) {
        var sort = DealSort.of(order);
        var place = sort.cursor(deal.id().value(), deal.title(), deal.value().potential(), deal.expectedClose());
        var beyond = sort.beyond(place, user.language(), before);
        var id = database.fetchOne(ids(filter, user, new Walk(sort, before), beyond, 1));
        return id == null ? null : new DealId(id.value1());
    }

    /** An order of the list, or the same one from its end. */
    private record Walk(DealSort sort, boolean backwards) {}

    /**
     * The ids of a page. A number of a funnel finds its deals as the planner sees fit; whatever else narrows is read
     * with bounded work.
     */
    private Select<Record1<Long>> ids(DealFilter filter, CurrentUser user, Walk walk, Condition beyond, int limit) {
        var order = walk.sort().fields(user.language(), walk.backwards());
        var search =
                new OrderedSearch("deal", "d", DSL.noCondition(), walk.sort().columns(), order);
        if (conditions.askSelections(filter)) {
            return search.page(conditions.of(filter, user, Action.VIEW).and(beyond), limit);
        }
        return conditions.reachEverything(filter, user)
                ? search.page(beyond, limit)
                : search.page(conditions.ways(filter, user), conditions.asked(filter, user), beyond, limit);
    }

    public Totals totals(DealFilter filter, CurrentUser user) {
        return sums.get("list", filter, user, () -> summed(filter, user));
    }

    private Totals summed(DealFilter filter, CurrentUser user) {
        return database.select(count(), sum(column("potential", BigDecimal.class)))
                .from("deal d")
                .where(conditions.of(filter, user, Action.VIEW))
                .fetchSingle(row ->
                        new Totals(row.value1().longValue(), row.value2() == null ? BigDecimal.ZERO : row.value2()));
    }

    /** Hands every deal of the filter to the consumer, without holding them all in memory. */
    @Transactional(readOnly = true)
    public void export(DealFilter filter, String order, CurrentUser user, Consumer<DealRow> consumer) {
        var condition = conditions.of(filter, user, Action.EXPORT);
        try (var rows = query(condition, DealSort.of(order), user, Integer.MAX_VALUE)
                .fetchSize(500)
                .fetchLazy()) {
            rows.forEach(row -> consumer.accept(row(row)));
        }
    }

    private ResultQuery<? extends Record> query(Condition condition, DealSort sort, CurrentUser user, int limit) {
        return database.resultQuery(ROWS, condition, DSL.list(sort.fields(user.language())), DSL.inline(limit));
    }

    private static DealRow row(Record row) {
        var amount = row.get("amount", BigDecimal.class);
        return new DealRow(
                row.get("id", Long.class),
                row.get("title", String.class),
                new Named(row.get("type_id", Long.class), row.get("type_name", String.class)),
                named(row, "stage"),
                DealOutcome.valueOf(row.get("outcome", String.class)),
                named(row, "customer"),
                named(row, "person"),
                named(row, "source"),
                amount == null ? null : new Money(amount, row.get("currency", String.class)),
                row.get("potential", BigDecimal.class),
                row.get("expected_close", LocalDate.class),
                instant(row, "opened_at"),
                instant(row, "closed_at"),
                named(row, "reason"),
                marks(row),
                row.get("proven", String.class),
                PropertyValues.read(row.get("properties", String.class)),
                row.get("version", Integer.class));
    }

    static DealMarks marks(Record row) {
        return new DealMarks(
                row.get("outcome", String.class).equals(DealOutcome.OPEN.name()),
                instant(row, "stage_due_at"),
                instant(row, "silent_from"),
                instant(row, "last_contact_at"),
                instant(row, "next_step_at"),
                row.get("touches", Integer.class));
    }

    private static @Nullable Named named(Record row, String of) {
        var id = row.get(of + "_id", Long.class);
        return id == null ? null : new Named(id, row.get(of + "_name", String.class));
    }

    private static java.time.@Nullable Instant instant(Record row, String column) {
        var moment = row.get(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
