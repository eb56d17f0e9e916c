package io.lijevak.funnel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all references of the funnel in one statement. */
@Component
class ReadFunnelReferences {
    private final JdbcClient jdbc;

    ReadFunnelReferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    FunnelReferences read() {
        return FunnelReferences.of(
                jdbc.sql("""
                select choice.*, null::bigint as person, null::bigint as passed, null::bigint as lost,
                  null::float8 as win_good, null::float8 as win_all, null::timestamptz as counted_at from (
                select 'type' as kind, id, name, mode, null::bigint as owner, null::int as probability, null::int as norm,
                  position as place from deal_type
                union all
                select 'step', s.id, s.name, null, t.id, step.probability, step.norm_days, step.position
                from deal_type t
                join deal_type_step step on step.deal_type_id = t.id and step.steps_version = t.steps_version
                join stage s on s.id = step.stage_id
                where t.mode <> 'NON_PROCESS'
                union all select 'stage', id, name, null, null, null, null, position from stage
                union all select 'owner', id, name, null, team_id, null, null, 0 from person
                union all select 'team', id, name, null, null, null, null, 0 from team
                union all select 'source', id, name, null, null, null, null, position from customer_source
                union all select 'category', id, name, null, null, null, null, 0 from customer_category
                union all select 'productGroup', id, name, null, null, null, null, 0 from product_group) choice
                union all
                select 'statistic', coalesce(stage_id, 0), '', null, type_id, null, null, 0, person_id, passed, lost, win_good,
                  win_all, counted_at from stage_statistic
                order by kind, place, name, id""").query(FunnelReferences.Row.class).list());
    }
}
