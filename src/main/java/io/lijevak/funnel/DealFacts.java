package io.lijevak.funnel;

import io.lijevak.deals.DealsChanged;
import io.lijevak.platform.Changes;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the facts equal to deals and ledger: writes them with each change, rebuilds them, finds where they differ. */
@Component
public class DealFacts {
    /**
     * What the facts must be, of the deals chosen by :ids, or of all when it is null; {@code %s} is what to do with it.
     * The visits are looked up deal by deal and grouped once: joins of sets, which the planner believes to be empty after
     * all deals were removed, took hours for the next thousand.
     */
    private static final String TRUE_FACTS = """
            with deals as (
              select d.id as deal_id, d.type_id, d.stage_id as stands_at, d.outcome as state, d.responsible_id, d.source_id,
                d.customer_id, d.potential, d.opened_at, d.closed_at, d.created_at
              from deal d where cast(:ids as bigint[]) is null or d.id = any(cast(:ids as bigint[]))),
            stages as materialized (
              select distinct on (d.deal_id, v.stage_id) d.*, v.stage_id, v.outcome,
                v.stage_id is not distinct from d.stands_at as standing,
                case when v.outcome = 'OPEN' then v.entered_at end as open_since,
                cast(floor(extract(epoch from sum(v.left_at - v.entered_at) filter (where v.outcome <> 'SKIPPED')
                  over (partition by d.deal_id, v.stage_id))) as bigint) as seconds,
                v.entry_potential, v.exit_potential,
                (max(case when v.responsible_id <> d.responsible_id then array[v.seq, v.stage_id] end)
                  over (partition by d.deal_id))[2] as led_before
              from deals d left join lateral (
                select seq, stage_id, outcome, entered_at, left_at, entry_potential, exit_potential, responsible_id
                from stage_visit where deal_id = d.deal_id offset 0) v on true
              order by d.deal_id, v.stage_id, v.outcome in ('SKIPPED', 'SWITCHED'), v.seq desc),
            walked as (
              select deal_id, type_id, stands_at as stage_id, state, responsible_id, source_id, customer_id, potential,
                opened_at, closed_at, created_at, led_before, max(open_since) filter (where stayed) as open_since,
                string_agg(stage_id || case when standing then lower(left(outcome, 1)) else left(outcome, 1) end, ' '
                  order by stage_id) filter (where stayed) as path,
                string_agg(int8send(coalesce(seconds, -9223372036854775808)), '' order by stage_id)
                  filter (where stayed) as stays,
                case when not bool_and(entry_potential is not distinct from potential
                    and exit_potential is not distinct from case when outcome <> 'OPEN' then potential end)
                    filter (where stayed)
                  then string_agg(minor_units(entry_potential) || minor_units(exit_potential), '' order by stage_id)
                    filter (where stayed) end as amounts
              from (select s.*, s.outcome not in ('SKIPPED', 'SWITCHED') as stayed from stages s) s
              group by deal_id, type_id, stands_at, state, responsible_id, source_id, customer_id, potential, opened_at,
                closed_at, created_at, led_before)
            """;

    private static final String DEAL = """
            deal_id, type_id, stage_id, state, responsible_id, source_id, customer_id, potential, opened_at, closed_at,
              created_at, path, stays, amounts, open_since, led_before""";
    private static final String STAGE = """
            deal_id, stage_id, type_id, state, responsible_id, source_id, customer_id, potential, opened_at, closed_at,
              standing, outcome, open_since, seconds, entry_potential, exit_potential""";

    private static final String WRITE = TRUE_FACTS + """
            , gone as (
              delete from stage_fact where deal_id = any(cast(:ids as bigint[]))
                and (deal_id, stage_id) not in (select deal_id, stage_id from stages where stage_id is not null)),
            written as (
              insert into deal_fact (%1$s) select %1$s from walked
              on conflict (deal_id) do update set (%1$s) = row(%3$s)),
            noted as (
              insert into fact_change (deal_id)
              select id from unnest(cast(:ids as bigint[])) id where cardinality(cast(:ids as bigint[])) <= 10000
              union all select null where coalesce(cardinality(cast(:ids as bigint[])), 10001) > 10000)
            insert into stage_fact (%2$s) select %2$s from stages where stage_id is not null
            on conflict (deal_id, stage_id) do update set (%2$s) = row(%4$s)
            """.formatted(DEAL, STAGE, given(DEAL), given(STAGE));

    private static final String DIFFERING = TRUE_FACTS + """
            select deal_id from (
              (select %1$s from walked except select %1$s from deal_fact)
              union all (select %1$s from deal_fact except select %1$s from walked)) deal_difference
            union
            select deal_id from (
              (select %2$s from stages where stage_id is not null except select %2$s from stage_fact)
              union all (select %2$s from stage_fact except select %2$s from stages where stage_id is not null)) stage_difference
            """.formatted(DEAL, STAGE);

    /** Deals whose facts are written by one statement when all are: sorts of more of them leave the memory. */
    private static final int AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final Changes changes;

    DealFacts(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** Writes the facts of the changed deals, in the transaction of the change. */
    @EventListener
    public void write(DealsChanged event) {
        if (!event.dealIds().isEmpty()) {
            write(event.dealIds().toArray(Long[]::new));
            changes.touch();
        }
    }

    /** Writes all facts anew; planned at each statement, because a plan made for empty tables takes hours when they fill. */
    @Transactional
    public void rebuild() {
        jdbc.sql("set local plan_cache_mode = force_custom_plan").update();
        jdbc.sql("delete from deal_fact").update();
        for (var ids = after(Long.MIN_VALUE); ids.length > 0; ids = after(ids[ids.length - 1])) {
            write(ids);
        }
        tellThatWrittenAnew();
    }

    private Long[] after(long id) {
        return jdbc.sql("select id from deal where id > :id order by id limit :most")
                .param("id", id)
                .param("most", AT_ONCE)
                .query(Long.class)
                .list()
                .toArray(Long[]::new);
    }

    /** Ids of the deals whose facts differ from deals and ledger: none, unless somebody wrote behind our back. */
    @Transactional(readOnly = true)
    public List<Long> differing() {
        return jdbc.sql(DIFFERING).param("ids", null).query(Long.class).list();
    }

    /** Writes the facts of the given deals anew, removing what no longer belongs to them. */
    @Transactional
    public void repair(List<Long> dealIds) {
        var ids = dealIds.toArray(Long[]::new);
        jdbc.sql("delete from deal_fact where deal_id = any(:ids)")
                .param("ids", ids)
                .update();
        write(ids);
        tellThatWrittenAnew();
    }

    /** Who wrote behind our back may have touched any deal, so whoever holds facts reads all of them anew. */
    private void tellThatWrittenAnew() {
        jdbc.sql("insert into fact_change (deal_id) values (null)").update();
        changes.touch();
    }

    private void write(Long[] ids) {
        jdbc.sql(WRITE).param("ids", ids).update();
    }

    /** The columns as they were to be inserted. */
    private static String given(String columns) {
        return columns.replaceAll("(\\w+)", "excluded.$1");
    }
}
