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
    /** What the facts must be, of the deals chosen by :ids, or of all when it is null; {@code %s} is what to do with it. */
    private static final String TRUE_FACTS = """
            with deals as (
              select d.id as deal_id, d.type_id, d.stage_id, d.outcome as state, d.responsible_id, d.source_id,
                d.customer_id, d.potential, d.opened_at, d.closed_at, d.created_at
              from deal d where cast(:ids as bigint[]) is null or d.id = any(cast(:ids as bigint[]))),
            stages as (
              select distinct on (v.deal_id, v.stage_id) v.deal_id, v.stage_id, d.type_id, d.state, d.responsible_id,
                d.source_id, d.customer_id, d.potential, d.opened_at, d.closed_at,
                v.stage_id is not distinct from d.stage_id as standing, v.outcome,
                case when v.outcome = 'OPEN' then v.entered_at end as open_since,
                cast(floor(extract(epoch from sum(v.left_at - v.entered_at) filter (where v.outcome <> 'SKIPPED')
                  over (partition by v.deal_id, v.stage_id))) as bigint) as seconds,
                v.entry_potential, v.exit_potential
              from stage_visit v join deals d on d.deal_id = v.deal_id
              order by v.deal_id, v.stage_id, v.outcome in ('SKIPPED', 'SWITCHED'), v.seq desc),
            paths as (
              select deal_id, max(open_since) as open_since, string_agg(
                  stage_id || case when standing then lower(left(outcome, 1)) else left(outcome, 1) end, ' '
                  order by stage_id) as path,
                string_agg(int8send(coalesce(seconds, -9223372036854775808)), '' order by stage_id) as stays,
                case when not bool_and(entry_potential is not distinct from potential
                    and exit_potential is not distinct from case when outcome <> 'OPEN' then potential end)
                  then string_agg(minor_units(entry_potential) || minor_units(exit_potential), '' order by stage_id) end
                  as amounts
              from stages where outcome not in ('SKIPPED', 'SWITCHED') group by deal_id),
            others as (
              select distinct on (v.deal_id) v.deal_id, v.stage_id as led_before
              from stage_visit v join deals d on d.deal_id = v.deal_id and v.responsible_id <> d.responsible_id
              order by v.deal_id, v.seq desc),
            walked as (
              select d.*, p.path, p.stays, p.amounts, p.open_since, o.led_before
              from deals d left join paths p on p.deal_id = d.deal_id left join others o on o.deal_id = d.deal_id)
            """;

    private static final String DEAL = """
            deal_id, type_id, stage_id, state, responsible_id, source_id, customer_id, potential, opened_at, closed_at,
              created_at, path, stays, amounts, open_since, led_before""";
    private static final String STAGE = """
            deal_id, stage_id, type_id, state, responsible_id, source_id, customer_id, potential, opened_at, closed_at,
              standing, outcome, open_since, seconds, entry_potential, exit_potential""";

    private static final String WRITE = TRUE_FACTS + """
            , gone as (
              delete from stage_fact f using deals d where f.deal_id = d.deal_id
                and not exists (select from stages s where s.deal_id = f.deal_id and s.stage_id = f.stage_id)),
            written as (
              insert into deal_fact (%1$s) select %1$s from walked
              on conflict (deal_id) do update set (%1$s) = row(%3$s)),
            noted as (
              insert into fact_change (deal_id)
              select id from unnest(cast(:ids as bigint[])) id where cardinality(cast(:ids as bigint[])) <= 10000
              union all select null where coalesce(cardinality(cast(:ids as bigint[])), 10001) > 10000)
            insert into stage_fact (%2$s) select %2$s from stages
            on conflict (deal_id, stage_id) do update set (%2$s) = row(%4$s)
            """.formatted(DEAL, STAGE, given(DEAL), given(STAGE));

    private static final String DIFFERING = TRUE_FACTS + """
            select deal_id from (
              (select %1$s from walked except select %1$s from deal_fact)
              union all (select %1$s from deal_fact except select %1$s from walked)) deal_difference
            union
            select deal_id from (
              (select %2$s from stages except select %2$s from stage_fact)
              union all (select %2$s from stage_fact except select %2$s from stages)) stage_difference
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
        jdbc.sql("insert into fact_change (deal_id) values (null)").update();
        changes.touch();
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
