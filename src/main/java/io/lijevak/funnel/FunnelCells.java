package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The one relation that every figure counts and every drill-down lists: a row for each deal and stage it entered, with
 * the outcome of its last selected visit there, the deal's state, its amount, the seconds it spent there, and {@code
 * standing} on exactly one row of each deal.
 */
final class FunnelCells {
    private static final String ENTERED = """
            (select v.entered_at from stage_visit v
             where v.deal_id = f.deal_id and v.stage_id = f.stage_id and v.outcome not in ('SKIPPED', 'SWITCHED')
             order by v.seq desc limit 1)""";

    private FunnelCells() {}

    static Table<Record> of(Selection selection) {
        return of(selection, true);
    }

    /** The same; {@code entered} says whether {@code entered_at} is asked for, which facts do not hold. */
    static Table<Record> of(Selection selection, boolean entered) {
        var query = selection.query();
        if (!selection.type().process()) {
            return withoutStages(selection);
        }
        if (query.counting() == Counting.PROVEN) {
            return proven(selection);
        }
        var cells = isOfLedger(selection) ? LedgerCells.of(selection) : fromFacts(selection, entered);
        return query.counting() == Counting.BUILT_UP ? builtUp(cells, selection) : cells;
    }

    private static boolean isOfLedger(Selection selection) {
        return selection.asOf() != null || selection.query().rule() == PeriodRule.OVERLAP;
    }

    /** Whether the cells are rows of the facts, with the deal's attributes and {@code won_seconds}, {@code won_tenths}. */
    static boolean areFacts(Selection selection) {
        return selection.type().process()
                && !isOfLedger(selection)
                && selection.query().counting() == Counting.RAW;
    }

    /** Whether all that is counted stands in the facts: a deal that is closed now stays nowhere any longer. */
    static boolean areKept(Selection selection) {
        return areFacts(selection) && selection.query().rule() == PeriodRule.CLOSED;
    }

    /** Deals with the ways they went in place of stages, by rules that choose whole deals; see {@link CountedRow}. */
    static Table<Record> paths(Selection selection) {
        return table("""
                (select f.deal_id, f.path as stage_id, null::text as outcome, f.state, true as standing, f.potential as amount,
                   f.opened_at, f.closed_at, f.responsible_id, f.source_id, f.customer_id
                 from deal_fact f where {0} and f.path is not null) cell
                """, DealConditions.of(selection).and(DealConditions.rule(selection)));
    }

    private static Table<Record> fromFacts(Selection selection, boolean entered) {
        var query = selection.query();
        var where = DealConditions.of(selection).and(DealConditions.rule(selection));
        if (query.rule() == PeriodRule.SNAPSHOT) {
            where = where.and(condition("f.standing and f.outcome = 'OPEN'"));
        }
        return table(
                """
                (select f.deal_id, f.stage_id, f.outcome, f.state, f.standing, f.potential, {0} as amount, {1} as seconds,
                   f.tenths, f.won_seconds, f.won_tenths, f.opened_at, f.closed_at, f.responsible_id, f.source_id,
                   f.customer_id, {3} as entered_at
                 from stage_fact f
                 where {2} and f.outcome not in ('SKIPPED', 'SWITCHED')) cell
                """,
                amount(query.potential()), seconds(selection), where, field(entered ? ENTERED : "null::timestamptz"));
    }

    /** Each open deal where it is proven to be, or where it stands when its type demands no evidence. */
    private static Table<Record> proven(Selection selection) {
        var where = DealConditions.of(selection).and(DealConditions.rule(selection));
        return table("""
                (select f.deal_id, coalesce(d.proven_stage_id, f.stage_id) as stage_id, 'OPEN'::text as outcome, f.state,
                   true as standing, f.potential, f.potential as amount, null::bigint as seconds, f.opened_at, f.closed_at,
                   null::timestamptz as entered_at
                 from deal_fact f join deal d on d.id = f.deal_id
                 where {0} and f.stage_id is not null) cell
                """, where);
    }

    private static Field<?> seconds(Selection selection) {
        return selection.query().rule() == PeriodRule.CLOSED
                ? field("f.seconds")
                : field("""
                        case when f.open_since is null then f.seconds else coalesce(f.seconds, 0)
                          + greatest(0, cast(floor(extract(epoch from {0} - f.open_since)) as bigint)) end""", DealConditions.at(selection.moment()));
    }

    /** Deals of a non-process type have no stages: they appear in the totals alone, with their present amount. */
    private static Table<Record> withoutStages(Selection selection) {
        var where = DealConditions.of(selection).and(DealConditions.rule(selection));
        if (selection.query().rule() == PeriodRule.OVERLAP) {
            where = where.and(
                    condition("""
                    f.known_from < {0} and (f.state = 'OPEN' or f.known_until >= {1})
                    """, DealConditions.at(selection.until()), DealConditions.at(selection.from())));
        }
        return table("""
                (select f.deal_id, null::bigint as stage_id, null::text as outcome, f.state, true as standing, f.potential,
                   f.potential as amount, null::bigint as seconds, f.opened_at, f.closed_at,
                   null::timestamptz as entered_at
                 from (
                   select d.*, o.state, case when o.state <> 'OPEN' then d.ended_at end as closed_at
                   from (
                     select deal_id, type_id, responsible_id, source_id, customer_id, potential, opened_at,
                       state as state_now, closed_at as ended_at,
                       coalesce(opened_at, closed_at, created_at) as known_from,
                       coalesce(closed_at, created_at) as known_until
                     from {2} known) d
                   cross join lateral (
                     select case when d.known_until < {0} then d.state_now else 'OPEN' end as state) o
                   where d.known_from < {0}) f
                 where {1}) cell
                """, asOf(selection), where, selection.facts());
    }

    static Field<?> amount(PotentialMoment moment) {
        return switch (moment) {
            case CURRENT -> field("f.potential");
            case ENTRY -> field("f.entry_potential");
            case EXIT -> field("case when f.outcome = 'OPEN' then f.potential else f.exit_potential end");
        };
    }

    static Field<?> asOf(Selection selection) {
        var past = selection.asOf();
        return past == null ? field("'infinity'::timestamptz") : DealConditions.at(past);
    }

    /** Adds to each step above the last one a deal reached, and which it did not enter, that the deal passed it. */
    private static Table<Record> builtUp(Table<Record> cells, Selection selection) {
        var steps = selection.type().steps().stream().map(FunnelStage::id).toArray(Long[]::new);
        return table("""
                (with cell as (select * from {0}),
                   step as (select * from unnest({1}::bigint[]) with ordinality s (stage_id, place)),
                   reached as (
                     select cell.deal_id, cell.state, cell.potential, cell.opened_at, cell.closed_at, max(step.place) as place
                     from cell join step on step.stage_id = cell.stage_id
                     group by cell.deal_id, cell.state, cell.potential, cell.opened_at, cell.closed_at)
                 select deal_id, stage_id, outcome, state, standing, potential, amount, seconds, opened_at, closed_at,
                   entered_at
                 from cell
                 union all
                 select reached.deal_id, step.stage_id, 'ADVANCED', reached.state, false, reached.potential, {2}, null,
                   reached.opened_at, reached.closed_at, null
                 from reached join step on step.place < reached.place
                 where not exists (
                   select from cell where cell.deal_id = reached.deal_id and cell.stage_id = step.stage_id)) cell
                """, cells, val(steps), passedAmount(selection.query().potential()));
    }

    /** A deal that did not enter the stage has no amount at entry and none at exit. */
    private static Field<?> passedAmount(PotentialMoment moment) {
        return moment == PotentialMoment.CURRENT ? field("reached.potential") : field("null::numeric");
    }
}
