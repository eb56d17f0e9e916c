package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.table;

import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The cells as the ledger tells them, as of any moment. A visit whose entry is not known is known from its leaving on,
 * or, while it goes on, from its recording; one that was left on an unknown date counts as left when that was recorded.
 */
final class LedgerCells {
    private LedgerCells() {}

    static Table<Record> of(Selection selection) {
        return table("""
                (select f.deal_id, f.stage_id, f.outcome, f.state,
                   row_number() over (partition by f.deal_id order by f.seq desc) = 1 as standing,
                   f.potential, f.amount, f.seconds, f.opened_at, f.closed_at
                 from (
                   select distinct on (f.deal_id, f.stage_id) f.*, {0} as amount
                   from ({1}) f
                   where {2} and f.outcome not in ('SKIPPED', 'SWITCHED')
                   order by f.deal_id, f.stage_id, f.seq desc) f) cell
                """, FunnelCells.amount(selection.query().potential()), deals(selection), selected(selection));
    }

    /** The visits with what they make of their deal. */
    private static Table<Record> deals(Selection selection) {
        return table("""
                select v.*, case when v.last_outcome in ('WON', 'LOST') then v.last_outcome else 'OPEN' end as state,
                  case when v.last_outcome in ('WON', 'LOST') then v.last_left_at end as closed_at,
                  case when bool_or(v.outcome = 'OPEN' and v.entered_at is not null) over stage
                    then coalesce(floor(sum(v.finished) over stage), 0)
                      + max(greatest(0, floor(extract(epoch from {0} - v.entered_at)))) filter (where v.outcome = 'OPEN')
                        over stage
                    else floor(sum(v.finished) over stage) end as seconds
                from (
                  select v.*, last_value(v.outcome) over deal as last_outcome, last_value(v.left_at) over deal as last_left_at,
                    case when v.outcome not in ('OPEN', 'SKIPPED') then extract(epoch from v.left_at - v.entered_at)
                      end as finished
                  from ({1}) v
                  window deal as (partition by v.deal_id order by v.seq
                    rows between unbounded preceding and unbounded following)) v
                window stage as (partition by v.deal_id, v.stage_id)
                """, DealConditions.at(selection.moment()), visits(selection));
    }

    /** The visits known then; one that was left later, and is followed by none that is known, still goes on. */
    private static Table<Record> visits(Selection selection) {
        return table("""
                select deal_id, seq, last_seq, stage_id, entered_at, entry_potential, exit_potential, known_from, known_until,
                  potential, opened_at,
                  case when known_until < {0} or seq < last_seq then outcome else 'OPEN' end as outcome,
                  case when known_until < {0} or seq < last_seq then left_at end as left_at
                from (
                  select v.*, coalesce(v.entered_at, v.left_at, v.recorded_at) as known_from,
                    coalesce(v.left_at, v.left_recorded_at) as known_until,
                    max(v.seq) over (partition by v.deal_id) as last_seq, f.potential, f.opened_at
                  from stage_visit v join deal_fact f on f.deal_id = v.deal_id
                  where {1} and coalesce(v.entered_at, v.left_at, v.recorded_at) < {0}) v
                """, FunnelCells.asOf(selection), DealConditions.of(selection));
    }

    private static Condition selected(Selection selection) {
        var rule = DealConditions.rule(selection);
        return switch (selection.query().rule()) {
            case COHORT, CLOSED -> rule;
            case SNAPSHOT -> rule.and(condition("f.seq = f.last_seq and f.outcome = 'OPEN'"));
            case OVERLAP ->
                rule.and(condition(
                        "f.known_from < {0} and (f.outcome = 'OPEN' or f.known_until >= {1})",
                        DealConditions.at(selection.until()), DealConditions.at(selection.from())));
        };
    }
}
