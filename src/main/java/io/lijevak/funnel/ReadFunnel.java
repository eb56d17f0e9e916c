package io.lijevak.funnel;

import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts the cells of a funnel in one statement; days are whole tenths, 8640 seconds, rounded. */
@Component
class ReadFunnel {
    private final DSLContext sql;

    ReadFunnel(DSLContext sql) {
        this.sql = sql;
    }

    /** The figures of a selection; amounts are in the company's currency. */
    Funnel of(Selection selection, String currency, Map<Long, FunnelStage> otherStages) {
        var stages = new HashMap<Long, Tallies>();
        var totals = new Tallies();
        var undated = 0L;
        for (var row : read(selection)) {
            switch (row.get("part", String.class)) {
                case "STAGE" ->
                    stages.computeIfAbsent(row.get("stage_id", Long.class), id -> new Tallies())
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
                StageFigures.of(
                        selection.type(),
                        otherStages,
                        stage -> stages.getOrDefault(stage, new Tallies()).figures()),
                new FunnelTotals(totals.of("WON"), totals.of("LOST"), totals.of("OPEN"), totals.days(), undated));
    }

    private List<Record> read(Selection selection) {
        return sql.fetch("""
                with part as materialized ({0}),
                days as (
                  select part, stage_id, cast(max(measured) as bigint) as measured, sum(seconds) as seconds,
                    min(tenths) filter (where upto * 2 > measured - 1) + min(tenths) filter (where upto * 2 > measured) as middles
                  from (
                    select part, stage_id, tenths, sum(seconds) as seconds,
                      sum(sum(deals)) over (partition by part, stage_id order by tenths) as upto,
                      sum(sum(deals)) over (partition by part, stage_id) as measured
                    from part where tenths is not null group by part, stage_id, tenths) tenth
                  group by part, stage_id)
                select part.part, part.stage_id, part.outcome, cast(sum(part.deals) as bigint) as deals, sum(part.amount) as amount,
                  cast(sum(part.known) as bigint) as known, days.measured, days.seconds, days.middles
                from part left join days on days.part = part.part and days.stage_id is not distinct from part.stage_id
                group by part.part, part.stage_id, part.outcome, days.measured, days.seconds, days.middles
                union all
                select 'UNDATED', null, null, count(*), null, null, null, null, null from {1} where {2}
                """, parts(selection), table("deal_fact f"), undated(selection));
    }

    /** The cells counted by stage, and the deals by their state, each with the tenths of a day that medians are taken of. */
    private static Table<Record> parts(Selection selection) {
        return FunnelCells.areKept(selection) ? kept(selection) : computed(selection);
    }

    /** Durations stand in the facts: stages and states are counted from an index of their own each. */
    private static Table<Record> kept(Selection selection) {
        return table("""
                select 'STAGE' as part, stage_id, outcome, tenths, count(*) as deals, sum(amount) as amount,
                  count(amount) as known, sum(seconds) as seconds
                from {0} group by stage_id, outcome, tenths
                union all
                select 'TOTAL', null, state, won_tenths, count(*), sum(amount), count(amount), sum(won_seconds)
                from {0} where standing group by state, won_tenths
                """, FunnelCells.of(selection));
    }

    /** Durations are worked out: the cells are read once and counted by all that the two parts need. */
    private static Table<Record> computed(Selection selection) {
        return table("""
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
                select 'STAGE' as part, stage_id, outcome, tenths, deals, amount, known, seconds from cell
                union all
                select 'TOTAL', null, state, tenths_to_win, deals, amount, known, seconds_to_win from cell where standing
                """, FunnelCells.of(selection));
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
    private static final class Tallies {
        private final Map<String, Tally> tallies = new HashMap<>();
        private Days days = Days.NONE;

        void add(Record row) {
            var deals = row.get("deals", Long.class);
            var amount = Objects.requireNonNullElse(row.get("amount", BigDecimal.class), Tally.NONE.amount());
            var tally = new Tally(deals, amount, deals - row.get("known", Long.class));
            tallies.merge(Objects.requireNonNullElse(row.get("outcome", String.class), ""), tally, Tally::plus);
            var measured = row.get("measured", Long.class);
            if (measured != null) {
                days = Days.of(measured, row.get("seconds", BigDecimal.class), row.get("middles", Long.class));
            }
        }

        Tally of(String outcome) {
            return tallies.getOrDefault(outcome, Tally.NONE);
        }

        Days days() {
            return days;
        }

        Figures figures() {
            return new Figures(
                    of("ADVANCED").plus(of("WON")), of("LOST"), of("OPEN"), of("RETURNED"), days, Days.NONE, null);
        }
    }
}
