package io.lijevak.tasks;

import io.lijevak.platform.Period;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How reliably people carry out assignments, by the deadline their authors gave: postponing does not help. Counted are
 * assignments whose deadline lies in the period and is over, or that were carried out before it.
 */
@Component
public class Discipline {
    private final JdbcClient jdbc;
    private final Clock clock;

    /** One person: how many assignments counted, on time, late, not done although overdue, and returned at least once. */
    public record Row(long person, String name, int n, int onTime, int late, int overdue, int returned) {
        public double shareOnTime() {
            return n == 0 ? 0 : (double) onTime / n;
        }

        public double shareOverdue() {
            return n == 0 ? 0 : (double) (late + overdue) / n;
        }
    }

    Discipline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The people whose tasks the user may see, the most reliable first. */
    public List<Row> of(Period period, ZoneId zone, CurrentUser user) {
        var reach = Reach.of(user, Resource.TASK, Action.VIEW);
        return jdbc.sql("""
                select p.id as person, p.name, count(*) as n,
                  count(*) filter (where t.reported_at <= t.promised_at) as on_time,
                  count(*) filter (where t.reported_at > t.promised_at) as late,
                  count(*) filter (where t.reported_at is null) as overdue,
                  count(*) filter (where t.returns > 0) as returned
                from task t join person p on p.id = t.executor_id
                where t.kind = 'ASSIGNMENT' and t.author_id <> t.executor_id and t.state <> 'WITHDRAWN'
                  and t.promised_at >= :from and t.promised_at < :to
                  and (t.promised_at < :now or t.reported_at is not null)
                  and\s""" + reach.sql("t.executor_id") + """
                 group by p.id, p.name
                order by count(*) filter (where t.reported_at <= t.promised_at)::numeric / count(*) desc, n desc, p.name
                limit 1000""")
                .param("from", Timestamp.from(period.start(zone)))
                .param("to", Timestamp.from(period.end(zone)))
                .param("now", Timestamp.from(clock.instant()))
                .params(reach.parameters())
                .query(Row.class)
                .list();
    }
}
