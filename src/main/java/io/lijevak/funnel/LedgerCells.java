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
        var source = selection.asOf() == null && selection.query().rule() == PeriodRule.OVERLAP
                ? withFacts(selection)
                : deals(selection);
        // The rows come ordered by deal and stage, so that neither the last visit nor the standing needs another sort.
        return table(
                """
                (select f.deal_id, f.stage_id, f.outcome, f.state,
                   f.seq = max(f.seq) over (partition by f.deal_id) as standing, f.potential, f.amount,
                   case when f.open_since is null then f.seconds else coalesce(f.seconds, 0)
                     + greatest(0, cast(floor(extract(epoch from {3} - f.open_since)) as bigint)) end as seconds,
                   f.opened_at, f.closed_at, f.entered_at
                 from (
                   select distinct on (f.deal_id, f.stage_id) f.*, {0} as amount
                   from ({1}) f
                   where {2} and f.outcome not in ('SKIPPED', 'SWITCHED')
                   order by f.deal_id, f.stage_id, f.seq desc) f) cell
                """,
                FunnelCells.amount(selection.query().potential()),
                source,
                selected(selection),
                DealConditions.at(selection.moment()));
    }

    /** The visits as of now: what they make of their deal is in the facts. */
    private static Table<Record> withFacts(Selection selection) {
        return table("""
                select f.deal_id, v.seq, f.stage_id, v.outcome, f.state, v.entry_potential, v.exit_potential,
                  v.entered_at,
                  coalesce(v.entered_at, v.left_at, v.recorded_at) as known_from,
                  coalesce(v.left_at, v.left_recorded_at) as known_until,
                  f.potential, f.opened_at, f.closed_at, f.open_since, f.seconds
                from stage_visit v join stage_fact f on f.deal_id = v.deal_id and f.stage_id = v.stage_id
                where {0}
                """, DealConditions.of(selection));
    }

    /** The visits with what they make of their deal. */
    private static Table<Record> deals(Selection selection) {
        return table("""
                select v.*,
                  case when v.last_outcome in ('WON', 'LOST') then v.last_outcome else 'OPEN' end as state,
                  case when v.last_outcome in ('WON', 'LOST') then v.last_left_at end as closed_at,
                  max(v.entered_at) filter (where v.outcome = 'OPEN') over stage as open_since,
                  cast(floor(extract(epoch from sum(v.left_at - v.entered_at) filter (
                    where v.outcome not in ('OPEN', 'SKIPPED')) over stage)) as bigint) as seconds
                from ({0}) v
                window stage as (partition by v.deal_id, v.stage_id order by v.seq desc
                  rows between unbounded preceding and unbounded following)
                """, visits(selection));
    }

    /** The visits known then; one that was left later, and is followed by none that is known, still goes on. */
    private static Table<Record> visits(Selection selection) {
        return table("""
                select deal_id, seq, last_seq, stage_id, entered_at, entry_potential, exit_potential, known_from, known_until,
                  potential, opened_at,
                  case when known_until < {0} or seq < last_seq then outcome else 'OPEN' end as outcome,
                  case when known_until < {0} or seq < last_seq then left_at end as left_at,
                  case when last_known_until < {0} then last_outcome else 'OPEN' end as last_outcome,
                  case when last_known_until < {0} then last_left_at end as last_left_at
                from (
                  select v.*, last_value(v.seq) over deal as last_seq, last_value(v.outcome) over deal as last_outcome,
                    last_value(v.left_at) over deal as last_left_at,
                    last_value(v.known_until) over deal as last_known_until
                  from (
                    select v.deal_id, v.seq, v.stage_id, v.entered_at, v.left_at, v.outcome, v.entry_potential,
                      v.exit_potential, coalesce(v.entered_at, v.left_at, v.recorded_at) as known_from,
                      coalesce(v.left_at, v.left_recorded_at) as known_until, f.potential, f.opened_at
                    from {2} v join {3} f on f.deal_id = v.deal_id
                    where {1} and coalesce(v.entered_at, v.left_at, v.recorded_at) < {0}) v
                  window deal as (partition by v.deal_id order by v.seq
                    rows between unbounded preceding and unbounded following)) v
                """, FunnelCells.asOf(selection), narrowed(selection), selection.visits(), selection.facts());
    }

    /** What can be asked of the deal before its visits are read: its opening, and that its last closing was not earlier. */
    private static Condition narrowed(Selection selection) {
        var deals = DealConditions.of(selection);
        var notClosedBefore = "(f.state = 'OPEN' or f.closed_at is null or f.closed_at >= {0})";
        return switch (selection.query().rule()) {
            case COHORT -> deals.and(DealConditions.within("f.opened_at", selection));
            case CLOSED -> deals.and(condition(notClosedBefore, DealConditions.at(selection.from())));
            case SNAPSHOT -> deals.and(condition(notClosedBefore, FunnelCells.asOf(selection)));
            case OVERLAP -> deals;
        };
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
