package io.lijevak.tasks;

import io.lijevak.platform.Money;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    TaskInbox(JdbcClient jdbc, TaskConditions conditions, TaskList list, Clock clock) {
        this.jdbc = jdbc;
        this.conditions = conditions;
        this.list = list;
        this.clock = clock;
    }

    public Inbox of(CurrentUser user) {
        var ids = new HashMap<String, List<Long>>();
        jdbc.sql("""
                (select 'overdue', id from task where state = 'OPEN' and executor_id = any(:mine) and due_order < :now
                  order by due_order, id limit :counted)
                union all
                (select 'today', id from task where state = 'OPEN' and executor_id = any(:mine) and due_order >= :now
                  and due_order < :tomorrow order by due_order, id limit :counted)
                union all
                (select 'later', id from task where state = 'OPEN' and executor_id = any(:mine)
                  and due_order >= :tomorrow order by due_order, id limit :counted)
                union all
                (select 'check', id from task where state = 'REPORTED' and author_id = :me
                  order by due_order, id limit :counted)""")
                .param("mine", mine(user))
                .param("me", user.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("tomorrow", tomorrow(user))
                .param("counted", TaskList.COUNTED)
                .query(row -> {
                    ids.computeIfAbsent(row.getString(1), section -> new ArrayList<>())
                            .add(row.getLong(2));
                });
        return inbox(ids);
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

    private Inbox inbox(Map<String, List<Long>> ids) {
        var shown = new ArrayList<Long>();
        ids.values().forEach(section -> shown.addAll(section.subList(0, Math.min(SHOWN, section.size()))));
        var tasks = new HashMap<Long, Task>();
        list.read(shown).forEach(task -> tasks.put(task.id().value(), task));
        return new Inbox(
                section(ids, "overdue", tasks),
                section(ids, "today", tasks),
                section(ids, "later", tasks),
                section(ids, "check", tasks));
    }

    private static Section section(Map<String, List<Long>> ids, String name, Map<Long, Task> tasks) {
        var all = ids.getOrDefault(name, List.of());
        var shown = all.stream()
                .limit(SHOWN)
                .filter(tasks::containsKey)
                .map(tasks::get)
                .toList();
        return new Section(shown, all.size());
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
