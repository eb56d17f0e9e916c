package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Counts in one statement over facts or ledger: it can answer everything, of any past moment. */
@Component
class CountInDatabase implements CountsDeals {
    private static final String TIMES = """
            count(seconds) as timed, sum(seconds) as seconds,
            2 * percentile_cont(0.5) within group (order by tenths) as middles,
            count(won_seconds) as wins, sum(won_seconds) as win_seconds,
            2 * percentile_cont(0.5) within group (order by won_tenths) as win_middles""";
    private static final String NO_TIMES = """
            0::bigint as timed, null::numeric as seconds, null::float8 as middles, 0::bigint as wins,
            null::numeric as win_seconds, null::float8 as win_middles""";
    private final DSLContext sql;

    CountInDatabase(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Counts> count(Pivot pivot) {
        var selection = pivot.selection();
        var levels = pivot.levels();
        var parts = level(0, levels.getFirst(), selection, pivot.timed());
        for (var i = 1; i < levels.size(); i++) {
            parts = DSL.sql("{0} union all {1}", parts, level(i, levels.get(i), selection, pivot.timed()));
        }
        var steps = selection.type().steps();
        var rows = sql.fetch(
                """
                with cell as materialized (
                  select cell.*, (seconds + 4320) / 8640 as tenths, (won_seconds + 4320) / 8640 as won_tenths, p.probability
                  from (
                    select deal_id, stage_id, outcome, state, standing, amount, seconds, opened_at, closed_at,
                      {5} as entered_at,
                      case when standing and state = 'WON' and closed_at >= opened_at
                        then cast(floor(extract(epoch from closed_at - opened_at)) as bigint) end as won_seconds
                    from {0}) cell
                  left join unnest({1}::bigint[], {2}::int[]) p (stage_id, probability) on p.stage_id = cell.stage_id)
                {3}
                union all
                select -1, null, count(*), null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                  null, null, null, null, null
                from deal_fact f where {4}
                """,
                FunnelCells.of(selection),
                val(steps.stream().map(FunnelStage::id).toArray(Long[]::new)),
                val(steps.stream().map(FunnelStage::probability).toArray(Integer[]::new)),
                parts,
                ReadFunnel.undated(selection),
                entered(pivot));
        var cells = new HashMap<Group, Figures>();
        var undated = 0L;
        for (var row : rows) {
            var number = row.get("level", Integer.class);
            if (number < 0) {
                undated = row.get("undated", Long.class);
            } else {
                cells.put(group(levels.get(number), row), figures(levels.get(number), row, pivot));
            }
        }
        return Optional.of(new Counts(Engine.DATABASE, cells, undated));
    }

    /** The entry into the stage, which facts do not hold: looked up in the ledger only where it is asked for. */
    private static Field<?> entered(Pivot pivot) {
        return pivot.levels().getLast().all().contains(DealDimension.ENTERED)
                ? field("entered_at")
                : field("null::timestamptz");
    }

    /** The cells of a level; where no stage is told each deal once, by its state. */
    private static SQL level(int number, Pivot.Level level, Selection selection, boolean timed) {
        var joins = DSL.sql("");
        var keys = DSL.sql("");
        for (var i = 0; i < level.all().size(); i++) {
            var values = level.all().get(i).values(selection);
            var name = DSL.name("g" + i);
            joins = DSL.sql("{0} left join lateral {1} {2} on true", joins, values, name);
            keys = DSL.sql(
                    i == 0 ? "{0}coalesce({1}.value::text, '')" : "{0}, coalesce({1}.value::text, '')", keys, name);
        }
        return DSL.sql(
                """
                select {0} as level, keys, null::bigint as undated,
                  count(*) filter (where came = 'WON') as won, sum(amount) filter (where came = 'WON') as won_amount,
                  count(amount) filter (where came = 'WON') as won_known,
                  count(*) filter (where came = 'LOST') as lost, sum(amount) filter (where came = 'LOST') as lost_amount,
                  count(amount) filter (where came = 'LOST') as lost_known,
                  count(*) filter (where came = 'OPEN') as open, sum(amount) filter (where came = 'OPEN') as open_amount,
                  count(amount) filter (where came = 'OPEN') as open_known,
                  count(*) filter (where came = 'RETURNED') as returned,
                  sum(amount) filter (where came = 'RETURNED') as returned_amount,
                  count(amount) filter (where came = 'RETURNED') as returned_known,
                  {5},
                  sum(amount * probability) filter (where outcome = 'OPEN') as expected
                from (
                  select cell.*, array[{1}]::text[] as keys, {2} as came
                  from cell join deal_fact f on f.deal_id = cell.deal_id {3}
                  where {4}) counted
                group by keys""",
                DSL.inline(number),
                keys,
                level.ofStages()
                        ? field("case when cell.outcome = 'ADVANCED' then 'WON' else cell.outcome end")
                        : field("cell.state"),
                joins,
                level.ofStages() ? DSL.noCondition() : DSL.condition("cell.standing"),
                DSL.sql(timed ? TIMES : NO_TIMES));
    }

    private static Group group(Pivot.Level level, Record row) {
        var keys = Arrays.asList(row.get("keys", String[].class));
        var rows = level.rows().size();
        return new Group(keys.subList(0, rows), keys.subList(rows, keys.size()));
    }

    private static Figures figures(Pivot.Level level, Record row, Pivot pivot) {
        return new Figures(
                tally(row, "won"),
                tally(row, "lost"),
                tally(row, "open"),
                tally(row, "returned"),
                level.ofStages() ? days(row, "timed", "seconds", "middles") : Days.NONE,
                days(row, "wins", "win_seconds", "win_middles"),
                pivot.expects(level, group(level, row))
                        ? Objects.requireNonNullElse(row.get("expected", BigDecimal.class), BigDecimal.ZERO)
                                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP)
                        : null);
    }

    private static Tally tally(Record row, String name) {
        var count = row.get(name, Long.class);
        var amount = row.get(name + "_amount", BigDecimal.class);
        return new Tally(
                count, amount == null ? Tally.NONE.amount() : amount, count - row.get(name + "_known", Long.class));
    }

    private static Days days(Record row, String known, String seconds, String middles) {
        var count = row.get(known, Long.class);
        return count == 0
                ? Days.NONE
                : Days.of(count, row.get(seconds, BigDecimal.class), Math.round(row.get(middles, Double.class)));
    }
}
