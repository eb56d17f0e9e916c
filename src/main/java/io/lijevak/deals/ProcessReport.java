package io.lijevak.deals;

import io.lijevak.platform.Period;
import io.lijevak.platform.Slice;
import io.lijevak.process.Subject;
import io.lijevak.process.SubjectNames;
import io.lijevak.process.SubjectReach;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All processes point by point: how often each was reached in a period, how long it took, what is open, late, and how it
 * ended. Points of led processes come from their ledger, stages of deal types moved by hand from the stage visits; one
 * relation is counted and listed, so that each number opens what it counts.
 */
@Component
public class ProcessReport {
    private static final int PAGE = 100;
    private static final String ARRIVALS = """
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
    private static final String POINTS = ARRIVALS + """
            select process, max(process_name) as process_name, node, max(name) as name, min(place) as place,
              count(*) as reached, count(*) filter (where open) as open, count(*) filter (where late) as late,
              percentile_cont(0.5) within group (order by days) as median, avg(days) as average,
              string_agg(ending, ' ') as endings
            from timed group by process, node order by max(process_name), process, min(place), min(number), max(name)""";
    private static final String LISTED = ARRIVALS + """
            select * from timed where process = :process and (cast(:node as text) is null or node = :node)
              and (:which = 'REACHED' or :which = 'OPEN' and open or :which = 'LATE' and late)
              and (cast(:before as timestamptz) is null or entered_at < :before or entered_at = :before
                and (source > :source or source = :source and number < :number))
            order by entered_at desc, source, number desc limit :most""";
    private final JdbcClient jdbc;
    private final DealDeadlines deadlines;
    private final SubjectNames names;
    private final SubjectReach subjects;
    private final Clock clock;

    /** A point of a process, or a stage of a type moved by hand. */
    public record Point(
            String process,
            String processName,
            String node,
            String name,
            long reached,
            long open,
            long late,
            @Nullable Double median,
            @Nullable Double average,
            Map<String, Long> endings) {}

    /** An arrival at a point. */
    public record Arrived(
            String subjectKind,
            long subject,
            @Nullable String title,
            @Nullable String href,
            @Nullable String person,
            String point,
            Instant entered,
            @Nullable Instant left,
            @Nullable Instant due,
            @Nullable String ending,
            boolean late) {

        Subject about() {
            return new Subject(subjectKind, subject);
        }

        Arrived called(SubjectNames.@Nullable Link link) {
            return link == null
                    ? this
                    : new Arrived(
                            subjectKind,
                            subject,
                            link.title(),
                            link.href(),
                            person,
                            point,
                            entered,
                            left,
                            due,
                            ending,
                            late);
        }
    }

    /** Which arrivals are meant: of a point of a process (null: of all), all of them, the open or the late ones. */
    public record Wanted(String process, @Nullable String node, Which which) {}

    /** All arrivals, those that go on, those that are or were late. */
    public enum Which {
        REACHED,
        OPEN,
        LATE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Which read(String word) {
            return Stream.of(values())
                    .filter(which -> which.word().equals(word))
                    .findFirst()
                    .orElse(REACHED);
        }
    }

    ProcessReport(JdbcClient jdbc, DealDeadlines deadlines, SubjectNames names, SubjectReach subjects, Clock clock) {
        this.jdbc = jdbc;
        this.deadlines = deadlines;
        this.names = names;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** Every point reached in the period, by process in the order of its stages. */
    public List<Point> of(Period period, CurrentUser user) {
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        return about(period, jdbc.sql(POINTS.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .query(ProcessReport::point)
                .list();
    }

    /** A page of the arrivals that a number of the report counts, the newest first. */
    public Slice<Arrived> arrivals(Wanted wanted, Period period, @Nullable String next, CurrentUser user) {
        var place = ArrivalPlace.read(next);
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        var found = about(period, jdbc.sql(LISTED.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .param("process", wanted.process())
                .param("node", wanted.node())
                .param("which", wanted.which().name())
                .param("before", place.entered())
                .param("source", place.source())
                .param("number", place.number())
                .param("most", PAGE + 1)
                .query((row, number) -> new Found(arrived(row, number), ArrivalPlace.of(row)))
                .list();
        var items = found.subList(0, Math.min(PAGE, found.size()));
        var links = names.of(
                items.stream().map(one -> one.arrived().about()).distinct().toList());
        return new Slice<>(
                items.stream()
                        .map(Found::arrived)
                        .map(one -> one.called(links.get(one.about())))
                        .toList(),
                found.size() > PAGE ? items.getLast().place().cursor() : null);
    }

    private record Found(Arrived arrived, ArrivalPlace place) {}

    private JdbcClient.StatementSpec about(Period period, JdbcClient.StatementSpec statement) {
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

    private static Point point(ResultSet row, int number) throws SQLException {
        return new Point(
                row.getString("process"),
                row.getString("process_name"),
                row.getString("node"),
                row.getString("name"),
                row.getLong("reached"),
                row.getLong("open"),
                row.getLong("late"),
                (Double) row.getObject("median"),
                (Double) row.getObject("average"),
                endings(row.getString("endings")));
    }

    private static Map<String, Long> endings(@Nullable String words) {
        return words == null
                ? Map.of()
                : Stream.of(words.split(" "))
                        .sorted()
                        .collect(Collectors.groupingBy(word -> word, LinkedHashMap::new, Collectors.counting()));
    }

    private static Arrived arrived(ResultSet row, int number) throws SQLException {
        return new Arrived(
                row.getString("subject_kind"),
                row.getLong("subject_id"),
                null,
                null,
                row.getString("person"),
                row.getString("name"),
                Objects.requireNonNull(instant(row, "entered_at")),
                instant(row, "left_at"),
                instant(row, "due_at"),
                row.getString("ending"),
                row.getBoolean("late"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
