package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads what became of the deals of a question, by their source: of deals closed in a period also those open in it. */
@Component
class ReadOutcomes {
    /** The source of deals without one. */
    static final long NO_SOURCE = 0;

    private final DSLContext sql;

    ReadOutcomes(DSLContext sql) {
        this.sql = sql;
    }

    /** By source; lost deals by the place of their stage among the type's steps, those of other stages behind the last. */
    Map<Long, Outcomes> of(Selection selection) {
        var places = new HashMap<Long, Integer>();
        for (var step : selection.type().steps()) {
            places.put(step.id(), places.size());
        }
        var outcomes = new HashMap<Long, Outcomes>();
        for (var row : read(selection)) {
            var source = row.get("source", Long.class);
            outcomes.merge(source, outcomes(row, places), Outcomes::plus);
        }
        return outcomes;
    }

    private Iterable<Record> read(Selection selection) {
        return sql.fetch("""
                select coalesce(f.source_id, 0) as source, found.state, found.stage_id, count(*) as deals,
                  coalesce(sum(found.amount), 0) as amount
                from (
                  select distinct on (deal_id) deal_id, state, stage_id, amount
                  from (
                    select cell.deal_id, 1 as place, cell.state, cell.stage_id, cell.amount from {0} where cell.standing
                    union all
                    {1}) either
                  order by deal_id, place) found
                join {2} f on f.deal_id = found.deal_id
                group by 1, 2, 3
                """, FunnelCells.of(selection), alsoOpen(selection), selection.facts());
    }

    private static Table<Record> alsoOpen(Selection selection) {
        var query = selection.query();
        return query.rule() != PeriodRule.CLOSED
                ? DSL.table("select null::bigint, 2, null::text, null::bigint, null::numeric where false")
                : DSL.table(
                        "select cell.deal_id, 2, 'OPEN', cell.stage_id, null::numeric from {0} where cell.standing",
                        FunnelCells.of(onHand(selection)));
    }

    /** The deals that stood in a stage at any moment of the period. */
    static Selection onHand(Selection selection) {
        return new Selection(
                onHand(selection.query()),
                selection.type(),
                selection.zone(),
                selection.now(),
                selection.asOf(),
                selection.reach());
    }

    static FunnelQuery onHand(FunnelQuery query) {
        return query.rule() != PeriodRule.CLOSED
                ? query
                : new FunnelQuery(
                        query.view(),
                        query.dealType(),
                        query.period(),
                        PeriodRule.OVERLAP,
                        query.asOf(),
                        query.potential(),
                        query.counting(),
                        query.filter(),
                        query.known());
    }

    private static Outcomes outcomes(Record row, Map<Long, Integer> places) {
        var deals = row.get("deals", Long.class);
        var place =
                places.getOrDefault(Objects.requireNonNullElse(row.get("stage_id", Long.class), -1L), places.size());
        return switch (row.get("state", String.class)) {
            case "WON" ->
                new Outcomes(
                        deals,
                        Map.of(),
                        deals,
                        row.get("amount", BigDecimal.class).setScale(2));
            case "LOST" -> new Outcomes(deals, Map.of(place, deals), 0, Outcomes.NONE.wonAmount());
            default -> new Outcomes(deals, Map.of(), 0, Outcomes.NONE.wonAmount());
        };
    }
}
