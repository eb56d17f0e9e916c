package io.lijevak.deals;

import io.lijevak.platform.Money;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals that were open at a past moment by the stage they stood at: one statement, whatever their number. */
@Component
class PastBoard {
    private static final String CARDS = """
            select shown.*, c.name as customer, p.name as responsible
            from (
              select d.id, d.title, d.stage_id, d.potential, d.currency, d.customer_id, d.responsible_id, d.entered_at,
                d.version, count(*) over stage as total, sum(d.potential) over stage as total_potential,
                row_number() over (partition by d.stage_id order by d.id desc) as place
              from {2}
              where {3} and d.stage_id = any({0})
              window stage as (partition by d.stage_id)) shown
            join unnest({0}, {1}) as wanted (stage, cards) on wanted.stage = shown.stage_id and shown.place <= wanted.cards
            left join customer c on c.id = shown.customer_id
            left join person p on p.id = shown.responsible_id
            order by shown.stage_id, shown.id desc""";

    private final DSLContext database;
    private final DealConditions conditions;

    PastBoard(DSLContext database, DealConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /** The columns of the type's present steps; {@code limits} says how many cards each shows. */
    List<BoardColumn> columns(DealType type, DealFilter filter, Map<StageId, Integer> limits, CurrentUser user) {
        var moment = Objects.requireNonNull(conditions.past(filter)).moment();
        var stages = type.steps().stream().map(step -> step.stage().value()).toArray(Long[]::new);
        var cards = type.steps().stream()
                .map(step -> limits.getOrDefault(step.stage(), DealBoard.FIRST_CARDS))
                .toArray(Integer[]::new);
        var condition = conditions
                .of(filter, user, Action.VIEW)
                .and(DealConditions.column("type_id", Long.class).eq(type.id().value()))
                .and(DealConditions.OUTCOME.eq(DSL.inline(DealOutcome.OPEN.name())))
                .and(DSL.condition("d.stands"));
        var rows = new HashMap<Long, List<Record>>();
        database.resultQuery(CARDS, DSL.val(stages), DSL.val(cards), conditions.openDeals(filter), condition)
                .fetch()
                .forEach(row -> rows.computeIfAbsent(row.get("stage_id", Long.class), stage -> new ArrayList<>())
                        .add(row));
        return type.steps().stream()
                .map(step -> column(step, rows.getOrDefault(step.stage().value(), List.of()), moment))
                .toList();
    }

    private static BoardColumn column(Step step, List<Record> rows, Instant moment) {
        if (rows.isEmpty()) {
            return new BoardColumn(step, 0, BigDecimal.ZERO, Map.of(), List.of());
        }
        var sum = rows.getFirst().get("total_potential", BigDecimal.class);
        return new BoardColumn(
                step,
                rows.getFirst().get("total", Long.class),
                sum == null ? BigDecimal.ZERO : sum,
                Map.of(),
                rows.stream().map(row -> card(row, moment)).toList());
    }

    private static DealCard card(Record row, Instant moment) {
        var potential = row.get("potential", BigDecimal.class);
        var entered = row.get("entered_at", OffsetDateTime.class);
        return new DealCard(
                row.get("id", Long.class),
                row.get("title", String.class),
                row.get("stage_id", Long.class),
                row.get("customer", String.class),
                row.get("responsible", String.class),
                potential == null ? null : new Money(potential, row.get("currency", String.class)),
                DealCard.days(entered == null ? null : entered.toInstant(), moment),
                DealMarks.OF_THE_PAST);
    }
}
