package io.lijevak.funnel;

import static org.jooq.impl.DSL.val;

import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The deals as they stood at the moment of a question: rows {@code f} with their attributes, their state and when they
 * were closed, and whether a visit was known then ({@code known}) or is at all ({@code written}).
 */
final class StandingDeals {
    private StandingDeals() {}

    static Table<Record> of(Selection selection) {
        return DSL.table("""
                (select d.deal_id, d.type_id, d.responsible_id, d.source_id, d.customer_id, d.potential, d.opened_at,
                   d.state as state_now, d.closed_at as closed_now, d.known_at, d.written, last.seq is not null as known,
                   coalesce(last.state, d.state_then) as state,
                   case when last.seq is not null then last.left_at when d.state_then <> 'OPEN' then d.closed_at end as closed_at
                 from ({0}) d left join lateral ({1}) last on true) f
                """, deals(selection), last(selection));
    }

    /** The deals, and what is known of them without stages: from when, and in which state at the moment. */
    private static Table<Record> deals(Selection selection) {
        return DSL.table("""
                select *, coalesce(opened_at, closed_at, created_at) as known_at,
                  exists (select from {1} v where v.deal_id = known.deal_id) as written,
                  case when coalesce(closed_at, created_at) < {0} then state else 'OPEN' end as state_then
                from {2} known
                """, FunnelCells.asOf(selection), selection.visits(), selection.facts());
    }

    private static Table<Record> last(Selection selection) {
        return DSL.table("""
                select v.seq, case when v.outcome in ('WON', 'LOST') and coalesce(v.left_at, v.left_recorded_at) < {0}
                  then v.outcome else 'OPEN' end as state, v.left_at
                from {2} v
                where v.deal_id = d.deal_id and d.type_id = {1} and coalesce(v.entered_at, v.left_at, v.recorded_at) < {0}
                order by v.seq desc limit 1
                """, FunnelCells.asOf(selection), val(selection.type().id()), selection.visits());
    }
}
