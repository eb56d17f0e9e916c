package io.lijevak.deals;

import io.lijevak.platform.Money;
import io.lijevak.platform.Named;
import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Deals as the rows of a list, over {@code deal d} or over the deals as they once stood. */
final class ListedDeals {
    private static final String ROWS = """
            select d.id, d.title, d.outcome, d.amount, d.currency, d.potential, d.expected_close,
              d.opened_at, d.closed_at, d.version, d.stage_due_at, d.silent_from, d.last_contact_at, d.next_step_at,
              d.touches, d.properties,
              t.id as type_id, t.name as type_name,
              s.id as stage_id, s.name as stage_name, c.id as customer_id, c.name as customer_name,
              p.id as person_id, p.name as person_name, o.id as source_id, o.name as source_name,
              r.id as reason_id, r.name as reason_name,
              case when d.proven_stage_id <> d.stage_id and d.outcome = 'OPEN' then v.name end as proven, true as present
            from deal d
            join deal_type t on t.id = d.type_id
            left join stage s on s.id = d.stage_id
            left join customer c on c.id = d.customer_id
            left join person p on p.id = d.responsible_id
            left join customer_source o on o.id = d.source_id
            left join loss_reason r on r.id = d.loss_reason_id
            left join stage v on v.id = d.proven_stage_id
            where {0} order by {1}""";

    /** What can be told of deals as they once stood; a type or stage may have gone with an import that was undone. */
    private static final String PAST_ROWS = """
            select d.id, d.title, d.outcome, d.amount, d.currency, d.potential, d.expected_close,
              d.opened_at, d.closed_at, d.version, null::timestamptz as stage_due_at, null::timestamptz as silent_from,
              null::timestamptz as last_contact_at, null::timestamptz as next_step_at, 0 as touches, d.properties,
              d.type_id, coalesce(t.name, '–') as type_name,
              s.id as stage_id, s.name as stage_name, c.id as customer_id, c.name as customer_name,
              p.id as person_id, p.name as person_name, o.id as source_id, o.name as source_name,
              r.id as reason_id, r.name as reason_name, null::text as proven, false as present
            from {2}
            left join deal_type t on t.id = d.type_id
            left join stage s on s.id = d.stage_id
            left join customer c on c.id = d.customer_id
            left join person p on p.id = d.responsible_id
            left join customer_source o on o.id = d.source_id
            left join loss_reason r on r.id = d.loss_reason_id
            where {0} order by {1}""";

    private ListedDeals() {}

    static ResultQuery<? extends Record> of(
            DSLContext database, Condition condition, List<? extends OrderField<?>> order) {
        return database.resultQuery(ROWS, condition, DSL.list(order));
    }

    /** The same of a past moment; {@code deals} is the relation {@code d} of then. */
    static ResultQuery<? extends Record> ofPast(
            DSLContext database, Table<?> deals, Condition condition, List<? extends OrderField<?>> order) {
        return database.resultQuery(PAST_ROWS, condition, DSL.list(order), deals);
    }

    static DealRow row(Record row) {
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
                row.get("present", Boolean.class) ? marks(row) : DealMarks.OF_THE_PAST,
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

    private static @Nullable Instant instant(Record row, String column) {
        var moment = row.get(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
