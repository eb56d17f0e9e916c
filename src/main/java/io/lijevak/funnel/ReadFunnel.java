package io.lijevak.funnel;

import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts the cells of a funnel in one statement that reads them once; days are whole tenths, 8640 seconds, rounded. */
@Component
class ReadFunnel {
    private final DSLContext sql;

    ReadFunnel(DSLContext sql) {
        this.sql = sql;
    }

    /** The figures of a selection; amounts are in the company's currency. */
    Funnel of(Selection selection, String currency, Map<Long, FunnelStage> otherStages) {
        var stages = new HashMap<Long, Counts>();
        var totals = new Counts();
        var undated = 0L;
        for (var row : read(selection)) {
            switch (row.get("part", String.class)) {
                case "STAGE" ->
                    stages.computeIfAbsent(row.get("stage_id", Long.class), id -> new Counts())
                            .add(row);
                case "TOTAL" -> totals.add(row);
                default -> undated = row.get("deals", Long.class);
            }
        }
        return new Funnel(
                selection.query().ofType(selection.type().id()),
                selection.moment(),
                selection.type(),
                currency,
                figures(selection.type(), stages, otherStages),
                new FunnelTotals(totals.of("WON"), totals.of("LOST"), totals.of("OPEN"), totals.days(), undated));
    }

    private static List<StageFigures> figures(
            FunnelType type, Map<Long, Counts> counts, Map<Long, FunnelStage> otherStages) {
        var rows = new ArrayList<StageFigures>();
        for (var step : type.steps()) {
            rows.add(counts.getOrDefault(step.id(), new Counts()).figures(step));
        }
        otherStages.forEach((id, stage) -> {
            var count = counts.get(id);
            if (count != null && type.steps().stream().noneMatch(step -> step.id() == id)) {
                rows.add(count.figures(stage));
            }
        });
        return rows;
    }

    private List<Record> read(Selection selection) {
        return sql.fetch("""
                with cell as materialized (
                  select stage_id, outcome, state, standing, (seconds + 4320) / 8640 as tenths,
                    (seconds_to_win + 4320) / 8640 as tenths_to_win, count(*) as deals, sum(amount) as amount,
                    count(amount) as known, sum(seconds) as seconds, sum(seconds_to_win) as seconds_to_win
                  from (
                    select stage_id, outcome, state, standing, amount, seconds,
                      case when standing and state = 'WON' and closed_at >= opened_at
                        then cast(floor(extract(epoch from closed_at - opened_at)) as bigint) end as seconds_to_win
                    from {0}) cell
                  group by 1, 2, 3, 4, 5, 6)
                select 'STAGE' as part, stage_id, outcome, tenths, cast(sum(deals) as bigint) as deals,
                  sum(amount) as amount, cast(sum(known) as bigint) as known, sum(seconds) as seconds
                from cell group by stage_id, outcome, tenths
                union all
                select 'TOTAL', null, state, tenths_to_win, cast(sum(deals) as bigint), sum(amount),
                  cast(sum(known) as bigint), sum(seconds_to_win)
                from cell where standing group by state, tenths_to_win
                union all
                select 'UNDATED', null, null, null, count(*), null, null, null from {1} where {2}
                """, FunnelCells.of(selection), table("deal_fact f"), undated(selection));
    }

    /** The deals that the rule cannot place, because the date it asks for is not known. */
    static Condition undated(Selection selection) {
        var deals = DealConditions.of(selection);
        return switch (selection.query().rule()) {
            case COHORT -> deals.and(DSL.condition("f.opened_at is null"));
            case CLOSED -> deals.and(DSL.condition("f.state <> 'OPEN' and f.closed_at is null"));
            case OVERLAP, SNAPSHOT -> DSL.falseCondition();
        };
    }

    /** Tallies by outcome, and durations. */
    private static final class Counts {
        private final Map<String, Tally> tallies = new HashMap<>();
        private final Days.Histogram days = new Days.Histogram();

        void add(Record row) {
            var deals = row.get("deals", Long.class);
            var amount = Objects.requireNonNullElse(row.get("amount", BigDecimal.class), Tally.NONE.amount());
            var tally = new Tally(deals, amount, deals - row.get("known", Long.class));
            tallies.merge(Objects.requireNonNullElse(row.get("outcome", String.class), ""), tally, Tally::plus);
            var tenths = row.get("tenths", Integer.class);
            if (tenths != null) {
                days.add(tenths, deals, row.get("seconds", BigDecimal.class));
            }
        }

        Tally of(String outcome) {
            return tallies.getOrDefault(outcome, Tally.NONE);
        }

        Days days() {
            return days.days();
        }

        StageFigures figures(FunnelStage stage) {
            return new StageFigures(
                    stage, of("ADVANCED").plus(of("WON")), of("LOST"), of("OPEN"), of("RETURNED"), days());
        }
    }
}
