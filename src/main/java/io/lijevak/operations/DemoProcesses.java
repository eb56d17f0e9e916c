package io.lijevak.operations;

import io.lijevak.deals.BeginMissingRuns;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.Routes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The processes of the demo's deals that are led by one: begun for open deals, and what they did before. */
@Component
class DemoProcesses {
    private final JdbcClient jdbc;
    private final BeginMissingRuns begin;
    private final Routes routes;

    DemoProcesses(JdbcClient jdbc, BeginMissingRuns begin, Routes routes) {
        this.jdbc = jdbc;
        this.begin = begin;
        this.routes = routes;
    }

    void write() {
        begin.all();
        var types = jdbc.sql("""
                select t.id from deal_type t join demo_record r on r.kind = 'deal_type' and r.record_id = t.id
                where t.mode = 'AUTOMATIC'""").query(Long.class).list();
        for (var type : types) {
            writeEnded(type, routes.of(new DealTypeId(type), 1).id());
            writePassed(type);
        }
    }

    private void writeEnded(long type, long route) {
        jdbc.sql("""
                insert into process_run (subject_kind, subject_id, route_id, started_at, ended_at, ending)
                select 'deal', d.id, :route, d.opened_at, d.closed_at,
                  case d.outcome when 'WON' then 'SUCCESS' else 'WITHDRAWN' end
                from deal d where d.type_id = :type and d.outcome <> 'OPEN'
                  and d.opened_at is not null and d.closed_at is not null""").param("route", route).param("type", type).update();
        jdbc.sql("""
                update process_run r set started_at = d.opened_at from deal d
                where r.subject_kind = 'deal' and r.subject_id = d.id and d.type_id = :type and d.opened_at is not null""").param("type", type).update();
    }

    private void writePassed(long type) {
        jdbc.sql("""
                insert into process_point (run_id, node, kind, name, stage_id, entered_at, left_at, ending, due_at,
                  executor_id, left_by)
                select r.id, 'stage_' || v.stage_id, 'POINT', g.name, v.stage_id, v.entered_at, v.left_at,
                  case v.outcome when 'LOST' then 'WITHDRAWN' else 'DONE' end,
                  v.entered_at + coalesce(s.norm_days, 7) * interval '1 day', v.responsible_id, v.responsible_id
                from stage_visit v join deal d on d.id = v.deal_id and d.type_id = :type
                join process_run r on r.subject_kind = 'deal' and r.subject_id = d.id
                join stage g on g.id = v.stage_id
                left join deal_type_step s on s.deal_type_id = d.type_id and s.steps_version = 1
                  and s.stage_id = v.stage_id
                where v.outcome in ('ADVANCED', 'WON', 'LOST') and v.entered_at is not null and v.left_at is not null
                order by v.deal_id, v.seq""").param("type", type).update();
    }
}
