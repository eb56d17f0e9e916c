package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.worktime.WorkingTime;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How good the warnings were: of the deals closed in a period, which bore a warning before the end, how many of them
 * were lost, and how long before. What ledger, history, competitors and overrides tell is read from them, so that also the
 * time before warnings were kept is judged; silence and missing next steps from the warnings themselves.
 */
@Component
public class BackTest {
    /** Fewer warned deals than this say nothing. */
    public static final int ENOUGH = 20;

    private static final String SQL = """
            with calendar as materialized (
              select day, n, working from unnest(:days::date[], :numbers::int[], :working::boolean[]) c (day, n, working)),
            closed as materialized (
              select d.id, d.type_id, d.outcome, d.closed_at from deal d
              where d.outcome <> 'OPEN' and d.closed_at >= :from and d.closed_at < :to and %s),
            visit as materialized (
              select v.*, c.type_id from closed c join stage_visit v on v.deal_id = c.id),
            warned (deal_id, kind, since) as (
              select v.deal_id, 'LATE', (due.day + 1)::timestamp at time zone :zone
              from visit v
              join deal_type_step s on s.deal_type_id = v.type_id and s.steps_version = v.steps_version
                and s.stage_id = v.stage_id and s.norm_days is not null
              join calendar e on e.day = (v.entered_at at time zone :zone)::date
              join calendar due on due.working and due.n = e.n + s.norm_days
              where v.outcome <> 'SKIPPED' and v.left_at > (due.day + 1)::timestamp at time zone :zone
              union all
              select v.deal_id, 'RETURNED', v.left_at from visit v where v.outcome = 'RETURNED' and v.left_at is not null
              union all
              select v.deal_id, 'SHRUNK', v.left_at
              from (select v.*, max(v.entry_potential) over (partition by v.deal_id order by v.seq) as top from visit v) v
              where v.outcome not in ('WON', 'LOST') and v.left_at is not null and v.exit_potential < 0.9 * v.top
              union all
              select p.deal_id, 'POSTPONED', p.at
              from (
                select c.id as deal_id, a.at, row_number() over (partition by c.id order by a.at, a.id) as time
                from closed c join audit_entry a on a.subject_kind = 'deal' and a.subject_id = c.id
                where a.changes -> 'expectedClose' ->> 'before' < a.changes -> 'expectedClose' ->> 'after') p
              where p.time = 2
              union all
              select c.id, 'COMPETITOR', r.added_at from closed c join deal_competitor r on r.deal_id = c.id
              union all
              select c.id, 'OVERRIDDEN', o.at
              from closed c join requirement_override o on o.subject_kind = 'deal' and o.subject_id = c.id
              union all
              select c.id, s.kind, s.since from closed c join risk_signal s on s.deal_id = c.id),
            first_warned as (
              select w.deal_id, w.kind, min(w.since) as since, c.outcome, c.closed_at
              from warned w join closed c on c.id = w.deal_id where w.since < c.closed_at
              group by w.deal_id, w.kind, c.outcome, c.closed_at)
            select kind, count(*) as warned, count(*) filter (where outcome = 'LOST') as lost,
              percentile_cont(0.5) within group (order by extract(epoch from closed_at - since)::float8 / 86400)
                filter (where outcome = 'LOST') as lead
            from first_warned group by kind
            union all
            select null, count(*), count(*) filter (where outcome = 'LOST'), null from closed""";
    private final JdbcClient jdbc;
    private final WorkingTime time;
    private final Companies companies;

    /**
     * What became of the deals that bore a warning.
     *
     * @param warned closed deals that bore it before their end
     * @param lost how many of them were lost
     * @param lead median days from the first such warning to the loss, null when none was lost
     */
    public record Finding(
            RiskKind kind, long warned, long lost, @Nullable Double lead) {
        public boolean isEnough() {
            return warned >= ENOUGH;
        }

        /** The share of warned deals that were lost. */
        public double precision() {
            return warned == 0 ? 0 : (double) lost / warned;
        }
    }

    /** All findings, with how many deals were closed and lost in the period, warned or not. */
    public record Report(long closed, long lost, List<Finding> findings) {
        public double baseRate() {
            return closed == 0 ? 0 : (double) lost / closed;
        }
    }

    private record Row(
            @Nullable String kind,
            long warned,
            long lost,
            @Nullable Double lead) {}

    BackTest(JdbcClient jdbc, WorkingTime time, Companies companies) {
        this.jdbc = jdbc;
        this.time = time;
        this.companies = companies;
    }

    /** Judges the deals closed in the period that the user may see. */
    public Report of(Period period, CurrentUser user) {
        var zone = companies.current().timeZone();
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        var calendar = calendar(first(period), period.to());
        var rows = jdbc.sql(SQL.formatted(reach.sql("d.responsible_id")))
                .params(reach.parameters())
                .param("days", calendar.days())
                .param("numbers", calendar.numbers())
                .param("working", calendar.working())
                .param("zone", zone.getId())
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .query((row, number) ->
                        new Row(row.getString("kind"), row.getLong("warned"), row.getLong("lost"), (Double)
                                row.getObject("lead")))
                .list();
        var byKind = new HashMap<String, Row>();
        rows.forEach(row -> byKind.put(row.kind() == null ? "" : row.kind(), row));
        var all = byKind.getOrDefault("", new Row(null, 0, 0, null));
        return new Report(
                all.warned(),
                all.lost(),
                Arrays.stream(RiskKind.values())
                        .map(kind -> finding(kind, byKind.getOrDefault(kind.name(), new Row(null, 0, 0, null))))
                        .toList());
    }

    private static Finding finding(RiskKind kind, Row row) {
        return new Finding(kind, row.warned(), row.lost(), row.lead());
    }

    /** The first day on which a deal closed in the period was entered anywhere, ten years back at most. */
    private LocalDate first(Period period) {
        var zone = companies.current().timeZone();
        var earliest = jdbc.sql("""
                select min(v.entered_at) from deal d join stage_visit v on v.deal_id = d.id
                where d.outcome <> 'OPEN' and d.closed_at >= :from and d.closed_at < :to""")
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .query(Timestamp.class)
                .optional()
                .map(at -> at.toInstant().atZone(zone).toLocalDate())
                .orElse(period.from());
        var limit = period.to().minusYears(10);
        return earliest.isBefore(limit) ? limit : earliest;
    }

    private record Calendar(String[] days, Integer[] numbers, Boolean[] working) {}

    /** Every day with the number of working days up to it. */
    private Calendar calendar(LocalDate from, LocalDate to) {
        var days = new ArrayList<String>();
        var numbers = new ArrayList<Integer>();
        var working = new ArrayList<Boolean>();
        var count = 0;
        for (var day = from; !day.isAfter(to); day = day.plusDays(1)) {
            var works = time.isWorkingDay(day);
            count += works ? 1 : 0;
            days.add(day.toString());
            numbers.add(count);
            working.add(works);
        }
        return new Calendar(
                days.toArray(String[]::new), numbers.toArray(Integer[]::new), working.toArray(Boolean[]::new));
    }
}
