package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Reads how long the deals of a selection stood in its stages, and how each stay ended, counted by tenths of a day: from
 * the columns where these can tell, else in SQL.
 */
@Component
class ReadStays {
    private final CountInColumns columns;
    private final DSLContext sql;

    ReadStays(CountInColumns columns, DSLContext sql) {
        this.columns = columns;
        this.sql = sql;
    }

    /** By stage; stays whose time is not known are left out. */
    Map<Long, List<Stay>> of(Selection selection, FunnelReferences known) {
        var pivot = pivot(selection, known);
        return suits(selection)
                ? columns.ask(pivot, asked -> inColumns(pivot, asked)).orElseGet(() -> inDatabase(selection, sql))
                : inDatabase(selection, sql);
    }

    static Pivot pivot(Selection selection, FunnelReferences known) {
        return new Pivot(selection, List.of(DealDimension.STAGE), List.of(), known, true);
    }

    /** Whether the rule chooses whole deals of a type with stages. */
    static boolean suits(Selection selection) {
        return selection.type().process() && selection.query().rule() != PeriodRule.SNAPSHOT;
    }

    static Optional<Map<Long, List<Stay>>> inColumns(Pivot pivot, ColumnPlan.Asked asked) {
        return CountInColumns.planned(pivot, asked, plan -> StayScan.of(plan, asked.columns()));
    }

    static Map<Long, List<Stay>> inDatabase(Selection selection, DSLContext sql) {
        var stays = new HashMap<Long, List<Stay>>();
        sql.fetch("""
                select stage_id, outcome, cast((seconds + 4320) / 8640 as int) as tenths, count(*) as deals
                from {0} where seconds is not null and stage_id is not null group by 1, 2, 3
                """, FunnelCells.of(selection, false))
                .forEach(row -> stays.computeIfAbsent(row.get("stage_id", Long.class), stage -> new ArrayList<>())
                        .add(new Stay(
                                row.get("tenths", Integer.class),
                                Stay.Ending.of(FactRow.outcome(
                                        row.get("outcome", String.class).charAt(0))),
                                row.get("deals", Long.class))));
        return stays;
    }
}
