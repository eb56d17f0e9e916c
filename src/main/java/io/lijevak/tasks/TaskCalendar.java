package io.lijevak.tasks;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands in the calendar of a person, or of everybody the user may see. */
@Component
public class TaskCalendar {
    /** A calendar shows no more; whoever has more looks at a shorter time. */
    public static final int MOST = 400;

    private final JdbcClient jdbc;
    private final TaskList list;
    private final PlannedTalks talks;

    TaskCalendar(JdbcClient jdbc, TaskList list, PlannedTalks talks) {
        this.jdbc = jdbc;
        this.list = list;
        this.talks = talks;
    }

    /** What stands from one moment to another; of one person whom the user may see, or of all without one. */
    public List<CalendarEntry> between(Instant from, Instant to, @Nullable Long person, CurrentUser user) {
        var entries = new ArrayList<>(tasks(from, to, person, user));
        entries.addAll(talks.between(from, to, person, user));
        return entries;
    }

    private List<CalendarEntry> tasks(Instant from, Instant to, @Nullable Long person, CurrentUser user) {
        var reach = Reach.of(user, Resource.TASK, Action.VIEW);
        var ids = jdbc.sql("""
                select t.id from task t
                where t.state in ('OPEN', 'REPORTED', 'DONE') and t.due_order >= :from and t.due_order < :to
                  and (cast(:person as bigint) is null or t.executor_id = :person)
                  and (t.executor_id = :me or\s""" + reach.sql("t.executor_id") + """
                )
                order by t.due_order, t.id limit :most""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("person", person)
                .param("me", user.id())
                .param("most", MOST)
                .params(reach.parameters())
                .query(Long.class)
                .list();
        return list.read(ids).stream().map(task -> entry(task, user)).toList();
    }

    private static CalendarEntry entry(Task task, CurrentUser user) {
        var about = task.about().deal() == null
                ? task.about().customer()
                : task.about().deal();
        var minutes = task.term().minutes();
        return new CalendarEntry(
                "t" + task.id(),
                task.kind().name(),
                task.title(),
                about == null ? null : about.name(),
                "/tasks/" + task.id(),
                task.isOpen() && user.may(Resource.TASK, Action.EDIT) ? "/tasks/" + task.id() + "/postponement" : null,
                Objects.requireNonNull(task.term().due()),
                minutes == null ? CalendarEntry.USUAL_MINUTES : minutes,
                task.term().allDay(),
                task.isOver(),
                task.hands().executor());
    }
}
