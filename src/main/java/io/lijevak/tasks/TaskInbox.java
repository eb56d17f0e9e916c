package io.lijevak.tasks;

import io.lijevak.platform.Money;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The inbox of one person: what is overdue, due today and later, what to check, and deals nothing is planned for. */
@Component
public class TaskInbox {
    /** A section shows so many; the rest is a list away. */
    public static final int SHOWN = 12;

    private final JdbcClient jdbc;
    private final TaskConditions conditions;
    private final TaskList list;
    private final Clock clock;

    /** A section: its first tasks, and how many there are (bounded). */
    public record Section(List<Task> tasks, int count) {}

    /** A deal without a planned next step. */
    public record Stranded(
            long id,
            String title,
            @Nullable String customer,
            @Nullable Money amount) {}

    /** The whole inbox. */
    public record Inbox(Section overdue, Section today, Section later, Section check) {
        public boolean isEmpty() {
            return overdue.count() + today.count() + later.count() + check.count() == 0;
        }
    }

    private record Found(List<Long> ids, int count) {}

    TaskInbox(JdbcClient jdbc, TaskConditions conditions, TaskList list, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.list = list;
        this.clock = clock;
    }

    public Inbox of(CurrentUser user) {
        var found = new HashMap<String, Found>();
        jdbc.sql("""
                select 'overdue', array(select id from task where state = 'OPEN' and executor_id = any(:mine)
                    and due_order < :now order by due_order, id limit :shown), (select count(*) from (select from task
                    where state = 'OPEN' and executor_id = any(:mine) and due_order < :now limit :counted) counted)
                union all
                select 'today', array(select id from task where state = 'OPEN' and executor_id = any(:mine)
                    and due_order >= :now and due_order < :tomorrow order by due_order, id limit :shown),
                  (select count(*) from (select from task where state = 'OPEN' and executor_id = any(:mine)
                    and due_order >= :now and due_order < :tomorrow limit :counted) counted)
                union all
                select 'later', array(select id from task where state = 'OPEN' and executor_id = any(:mine)
                    and due_order >= :tomorrow order by due_order, id limit :shown), (select count(*) from (select from task
                    where state = 'OPEN' and executor_id = any(:mine) and due_order >= :tomorrow limit :counted) counted)
                union all
                select 'check', array(select id from task where state = 'REPORTED' and author_id = :me
                    order by due_order, id limit :shown), (select count(*) from (select from task
                    where state = 'REPORTED' and author_id = :me limit :counted) counted)""")
                .param("mine", mine(user))
                .param("me", user.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("tomorrow", tomorrow(user))
                .param("shown", SHOWN)
                .param("counted", TaskList.COUNTED)
                .query(row -> {
                    var ids = List.of((Long[]) row.getArray(2).getArray());
                    found.put(row.getString(1), new Found(ids, row.getInt(3)));
                });
        return inbox(found);
    }

    /** How many tasks of the user are overdue or due today, up to a hundred. */
    public int due(CurrentUser user) {
        return jdbc.sql("""
                select count(*) from (select 1 from task where state = 'OPEN' and executor_id = any(:mine)
                  and due_order < :tomorrow limit 100) due""")
                .param("mine", mine(user))
                .param("tomorrow", tomorrow(user))
                .query(Integer.class)
                .single();
    }

    /** Tasks of the user with an hour that comes within so many minutes. */
    public List<Task> soon(CurrentUser user, int minutes) {
        var ids = jdbc.sql("""
                select id from task where state = 'OPEN' and executor_id = any(:mine) and not all_day
                  and due_order >= :now and due_order < :until order by due_order, id limit 5""")
                .param("mine", mine(user))
                .param("now", Timestamp.from(clock.instant()))
                .param("until", Timestamp.from(clock.instant().plusSeconds(minutes * 60L)))
                .query(Long.class)
                .list();
        return list.read(ids);
    }

    /** How long it takes until the next task comes within so many minutes, or a day begins, when nobody changes anything. */
    public Duration untilNext(CurrentUser user, int minutes) {
        var now = clock.instant();
        var tomorrow = tomorrow(user).toInstant();
        return jdbc.sql("""
                select min(due_order) from task where state = 'OPEN' and executor_id = any(:mine) and not all_day
                  and due_order >= :beyond and due_order < :tomorrow""")
                .param("mine", mine(user))
                .param("beyond", Timestamp.from(now.plusSeconds(minutes * 60L)))
                .param("tomorrow", Timestamp.from(tomorrow.plusSeconds(minutes * 60L)))
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(next -> Duration.between(now, next.toInstant().minusSeconds(minutes * 60L)))
                .orElse(Duration.between(now, tomorrow));
    }

    /** Open deals of the user for which nothing is planned. */
    public List<Stranded> stranded(CurrentUser user, int limit) {
        return jdbc.sql("""
                select d.id, d.title, c.name, d.amount, d.currency
                from deal d left join customer c on c.id = d.customer_id
                where d.outcome = 'OPEN' and d.responsible_id = :me and d.next_step_at is null
                order by d.potential desc nulls last, d.id limit :limit""")
                .param("me", user.id())
                .param("limit", limit)
                .query((row, number) -> new Stranded(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getBigDecimal(4) == null ? null : new Money(row.getBigDecimal(4), row.getString(5))))
                .list();
    }

    private Inbox inbox(Map<String, Found> found) {
        var tasks = new HashMap<Long, Task>();
        list.read(found.values().stream().flatMap(each -> each.ids().stream()).toList())
                .forEach(task -> tasks.put(task.id().value(), task));
        return new Inbox(
                section(found.get("overdue"), tasks),
                section(found.get("today"), tasks),
                section(found.get("later"), tasks),
                section(found.get("check"), tasks));
    }

    private static Section section(@Nullable Found found, Map<Long, Task> tasks) {
        if (found == null) {
            return new Section(List.of(), 0);
        }
        return new Section(
                found.ids().stream().filter(tasks::containsKey).map(tasks::get).toList(), found.count());
    }

    private Long[] mine(CurrentUser user) {
        return conditions.mine(user).toArray(Long[]::new);
    }

    private Timestamp tomorrow(CurrentUser user) {
        var zone = user.timeZone();
        return Timestamp.from(LocalDate.now(clock.withZone(zone))
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant());
    }
}
