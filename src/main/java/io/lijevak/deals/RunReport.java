package io.lijevak.deals;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Period;
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
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All processes as wholes: how many began in a period, how they ended, how long they took. Runs of led processes, and
 * deals of types moved by hand; one relation is counted and listed, so each number opens what it counts.
 */
@Component
public class RunReport {
    /** The result of what goes on. */
    public static final String OPEN = "open";

    private static final int PAGE = 100;
    private static final String RUNS = """
            with run as (
              select o.process, coalesce(t.name, op.name, '') as process_name, r.subject_kind, r.subject_id,
                r.started_at, r.ended_at,
                case when r.ended_at is null then 'open' else coalesce(r.end_name, lower(r.ending)) end as result,
                exists (select from process_point p where p.run_id = r.id and p.left_at is null and p.due_at < :now) as late
              from process_run r join route o on o.id = r.route_id
              left join deal_type t on t.id = o.deal_type_id
              left join record_process op on op.key = o.process
              left join deal d on r.subject_kind = 'deal' and d.id = r.subject_id
              where r.started_at >= :from and r.started_at < :to
                and (d.id is not null and %1$s or d.id is null and %2$s)
              union all
              select 'deal-type-' || t.id, t.name, 'deal', d.id, d.opened_at, d.closed_at, lower(d.outcome),
                coalesce(d.outcome = 'OPEN' and d.stage_due_at < :now, false)
              from deal d join deal_type t on t.id = d.type_id and t.mode = 'MANUAL'
              where d.opened_at >= :from and d.opened_at < :to and %1$s)
            """;
    private static final String COUNTED = RUNS + """
            select process, max(process_name) as process_name, result, count(*) as number,
              count(*) filter (where late) as late,
              percentile_cont(0.5) within group (order by extract(epoch from ended_at - started_at)::float8 / 86400) as median
            from run group by process, result order by max(process_name), process, count(*) desc, result""";
    private static final String LISTED = RUNS + """
            select * from run where process = :process
              and (cast(:result as text) is null or result = :result or :result = 'late' and late)
            order by started_at desc, subject_id desc limit :most""";
    private final JdbcClient jdbc;
    private final SubjectNames names;
    private final SubjectReach subjects;
    private final Companies companies;
    private final Clock clock;

    RunReport(JdbcClient jdbc, SubjectNames names, SubjectReach subjects, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.names = names;
        this.subjects = subjects;
        this.companies = companies;
        this.clock = clock;
    }

    /**
     * How many of a process came to a result.
     *
     * @param result {@code open}, what the route calls the end, or how it ended where the route does not name it
     * @param median days from begin to end, null while they go on
     */
    public record Result(
            String process,
            String processName,
            String result,
            long number,
            long late,
            @Nullable Double median) {}

    /** A process about one record. */
    public record Listed(
            String subjectKind,
            long subject,
            @Nullable String title,
            @Nullable String href,
            Instant started,
            @Nullable Instant ended,
            String result,
            boolean late) {}

    /** Every result of every process that began in the period. */
    public List<Result> of(Period period, CurrentUser user) {
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        return about(period, jdbc.sql(COUNTED.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .query((row, number) -> new Result(
                        row.getString("process"),
                        row.getString("process_name"),
                        row.getString("result"),
                        row.getLong("number"),
                        row.getLong("late"),
                        (Double) row.getObject("median")))
                .list();
    }

    /** The newest of a process with a result; {@code late} for those past a deadline now, null for all. */
    public List<Listed> listed(String process, @Nullable String result, Period period, CurrentUser user) {
        var deals = Reach.of(user, Resource.DEAL, Action.VIEW);
        var found = about(period, jdbc.sql(LISTED.formatted(deals.sql("d.responsible_id"), subjects.sql(user))))
                .params(deals.parameters())
                .params(subjects.parameters(user))
                .param("process", process)
                .param("result", result)
                .param("most", PAGE)
                .query(RunReport::listed)
                .list();
        var links = names.of(found.stream().map(RunReport::subject).distinct().toList());
        return found.stream().map(one -> called(one, links.get(subject(one)))).toList();
    }

    private JdbcClient.StatementSpec about(Period period, JdbcClient.StatementSpec statement) {
        var zone = companies.current().timeZone();
        return statement
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .param("now", Timestamp.from(clock.instant()));
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Listed(
                row.getString("subject_kind"),
                row.getLong("subject_id"),
                null,
                null,
                Objects.requireNonNull(row.getTimestamp("started_at")).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("result"),
                row.getBoolean("late"));
    }

    private static Subject subject(Listed one) {
        return new Subject(one.subjectKind(), one.subject());
    }

    private static Listed called(Listed one, SubjectNames.@Nullable Link link) {
        return link == null
                ? one
                : new Listed(
                        one.subjectKind(),
                        one.subject(),
                        link.title(),
                        link.href(),
                        one.started(),
                        one.ended(),
                        one.result(),
                        one.late());
    }
}
