package io.lijevak.deals;

import io.lijevak.deals.DealConditions.Past;
import io.lijevak.platform.Money;
import io.lijevak.process.DealType;
import io.lijevak.process.StageId;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals that were open at a past moment by the stage they stood at: two statements, whatever their number. */
@Component
class PastBoard {
    private static final String STOOD = """
            select d.stage_id, count(*) as total, coalesce(sum(d.potential), 0) as potential,
              (array_agg(d.id order by d.id desc))[1:{0}] as newest
            from {1} where {2} group by d.stage_id""";
    private static final String CARDS = """
            select d.id, d.title, d.stage_id, d.potential, d.currency, d.entered_at, c.name as customer, p.name as responsible
            from {0} left join customer c on c.id = d.customer_id left join person p on p.id = d.responsible_id
            where d.id = any({1}) order by d.id desc""";

    private final DSLContext database;
    private final DealConditions conditions;
    private final DealSums sums;

    /** What a column sums up, and its newest deals, as many as any column may show. */
    private record Stood(long total, BigDecimal potential, List<Long> newest) {}

    PastBoard(DSLContext database, DealConditions conditions, DealSums sums) {
        this.database = database;
        this.conditions = conditions;
        this.sums = sums;
    }

    /** The columns of the type's present steps; {@code limits} says how many cards each shows. */
    List<BoardColumn> columns(DealType type, DealFilter filter, Map<StageId, Integer> limits, CurrentUser user) {
        var past = Objects.requireNonNull(conditions.past(filter));
        var stood =
                sums.get("board of " + type.id() + " at " + past, filter, user, () -> stood(type, filter, user, past));
        var shown = new ArrayList<Long>();
        for (var step : type.steps()) {
            var newest = stood.getOrDefault(step.stage().value(), NOBODY).newest();
            var most = limits.getOrDefault(step.stage(), DealBoard.FIRST_CARDS);
            shown.addAll(newest.subList(0, Math.clamp(most, 0, newest.size())));
        }
        var cards = cards(filter, shown);
        return type.steps().stream()
                .map(step -> {
                    var stage = step.stage().value();
                    var of = stood.getOrDefault(stage, NOBODY);
                    return new BoardColumn(
                            step,
                            of.total(),
                            of.potential(),
                            Map.of(),
                            cards.getOrDefault(stage, List.of()).stream()
                                    .map(row -> card(row, past.moment()))
                                    .toList());
                })
                .toList();
    }

    private static final Stood NOBODY = new Stood(0, BigDecimal.ZERO, List.of());

    private Map<Long, Stood> stood(DealType type, DealFilter filter, CurrentUser user, Past past) {
        var condition = conditions
                .of(filter, user, Action.VIEW)
                .and(DealConditions.column("type_id", Long.class).eq(type.id().value()))
                .and(DealConditions.OUTCOME.eq(DSL.inline(DealOutcome.OPEN.name())))
                .and(DSL.condition("d.stands and d.stage_id is not null"))
                .and(past.then() ? DSL.noCondition() : PastDeals.mayStand(past.moment()));
        return database
                .resultQuery(STOOD, DSL.val(DealBoard.MOST_CARDS), conditions.openDeals(filter), condition)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> row.get("stage_id", Long.class),
                        row -> new Stood(
                                row.get("total", Long.class),
                                row.get("potential", BigDecimal.class),
                                List.of(row.get("newest", Long[].class)))));
    }

    private Map<Long, List<Record>> cards(DealFilter filter, List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : database
                        .resultQuery(CARDS, conditions.openDeals(filter), DSL.val(ids.toArray(Long[]::new)))
                        .fetch()
                        .stream()
                        .collect(Collectors.groupingBy(row -> row.get("stage_id", Long.class)));
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
