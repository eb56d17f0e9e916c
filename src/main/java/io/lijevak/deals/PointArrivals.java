package io.lijevak.deals;

import io.lijevak.platform.Period;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Arrivals at the points of all processes: of led ones from their ledger, at the stages of deal types moved by hand from
 * the stage visits. One relation, {@code timed}, is counted and listed, so that each number opens what it counts.
 */
@Component
class PointArrivals {
    static final String SQL = """
            with work as materialized (select cast(:days as date[]) as days, cast(:ends as time[]) as ends),
            arrival as (
              select o.process, coalesce(t.name, op.name, '') as process_name, t.id as type_id, p.node, p.name,
                coalesce(step.position, 1000) as place, p.id as number, 1 as source, p.entered_at, p.left_at, p.ending,
                p.due_at, r.subject_kind, r.subject_id, e.name as person
              from process_point p join process_run r on r.id = p.run_id join route o on o.id = r.route_id
              left join deal_type t on t.id = o.deal_type_id
              left join record_process op on op.key = o.process
              left join deal_type_step step on step.deal_type_id = o.deal_type_id and step.steps_version = o.version
                and step.stage_id = p.stage_id
              left join deal d on r.subject_kind = 'deal' and d.id = r.subject_id
              left join person e on e.id = p.executor_id
              where p.kind = 'POINT' and p.entered_at >= :from and p.entered_at < :to
                and (d.id is not null and %1$s or d.id is null and %2$s)
              union all
              select 'deal-type-' || t.id, t.name, t.id, 'stage-' || v.stage_id, g.name, coalesce(step.position, 1000),
                v.id, 2, v.entered_at, v.left_at, nullif(v.outcome, 'OPEN'),
                (work.days[place.n] + work.ends[place.n]) at time zone :zone, 'deal', d.id, e.name
              from stage_visit v join deal d on d.id = v.deal_id
              join deal_type t on t.id = d.type_id and t.mode = 'MANUAL'
              join stage g on g.id = v.stage_id
              left join deal_type_step step on step.deal_type_id = t.id and step.steps_version = v.steps_version
                and step.stage_id = v.stage_id
              left join person e on e.id = v.responsible_id
              cross join work
              cross join lateral (
                select width_bucket((v.entered_at at time zone :zone)::date, work.days) + step.norm_days as n) place
              where v.outcome not in ('SKIPPED', 'SWITCHED') and v.entered_at >= :from and v.entered_at < :to and %1$s),
            timed as (
              select a.*, a.left_at is null as open,
                coalesce(a.due_at < coalesce(a.left_at, cast(:now as timestamptz)), false) as late,
                extract(epoch from a.left_at - a.entered_at)::float8 / 86400 as days
              from arrival a)
            """;
    private final DealDeadlines deadlines;
    private final Clock clock;

    PointArrivals(DealDeadlines deadlines, Clock clock) {
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Binds the period and what the calendar says of it to a statement that begins with {@link #SQL}. */
    JdbcClient.StatementSpec in(Period period, JdbcClient.StatementSpec statement) {
        var calendar = deadlines.since(period.from());
        var zone = ZoneId.of(calendar.zone());
        return statement
                .param("days", calendar.days())
                .param("ends", calendar.ends())
                .param("zone", calendar.zone())
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .param("now", Timestamp.from(clock.instant()));
    }
}
