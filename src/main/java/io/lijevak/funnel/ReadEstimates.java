package io.lijevak.funnel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Reads what reps estimate of the open deals of a selection, by the stage where they stand. */
@Component
class ReadEstimates {
    private final DSLContext sql;

    ReadEstimates(DSLContext sql) {
        this.sql = sql;
    }

    /** By stage; only deals that have an estimate are looked at. */
    Map<Long, Estimated> of(Selection all) {
        var selection =
                all.only(DSL.condition("f.deal_id in (select w.id from deal w where w.own_estimate is not null)"));
        var estimates = new HashMap<Long, Estimated>();
        sql.fetch("""
                select cell.stage_id, count(*) as deals, avg(d.own_estimate) / 100 as share,
                  coalesce(round(sum(cell.amount * d.own_estimate / 100), 2), 0.00) as expected
                from {0} join deal d on d.id = cell.deal_id
                where cell.standing and cell.state = 'OPEN' and cell.outcome = 'OPEN' and d.own_estimate is not null
                group by cell.stage_id
                """, FunnelCells.of(selection))
                .forEach(row -> estimates.put(
                        row.get("stage_id", Long.class),
                        new Estimated(
                                row.get("deals", Long.class),
                                row.get("share", Double.class),
                                row.get("expected", BigDecimal.class))));
        return estimates;
    }
}
