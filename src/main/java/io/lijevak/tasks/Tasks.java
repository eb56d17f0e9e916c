package io.lijevak.tasks;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds one task, or those of a record. */
@Component
public class Tasks {
    private final JdbcClient jdbc;
    private final TaskAccess access;
    private final TaskRecords records;

    /** A remark on a task. */
    public record Comment(
            long id, @org.jspecify.annotations.Nullable String author, java.time.Instant at, String text) {}

    Tasks(JdbcClient jdbc, TaskAccess access, TaskRecords records) {
        this.jdbc = jdbc;
        this.access = access;
        this.records = records;
    }

    /** The task, when the user may see it. */
    public Task require(TaskId id, CurrentUser user) {
        var task = find(id).orElseThrow(() -> new RecordNotFound("task", id));
        access.requireView(task, user);
        return records.named(task);
    }

    /** Whether the user may complete the task, postpone it and hand it over. */
    public boolean mayWork(Task task, CurrentUser user) {
        return access.mayWork(task, user);
    }

    /** Whether the user may check the task, change what it asks and withdraw it. */
    public boolean mayCheck(Task task, CurrentUser user) {
        return access.mayCheck(task, user);
    }

    public List<Comment> comments(TaskId id) {
        return jdbc.sql("""
                select c.id, p.name, c.at, c.text from task_comment c left join person p on p.id = c.person_id
                where c.task_id = :id order by c.id limit 200""")
                .param("id", id.value())
                .query((row, number) -> new Comment(
                        row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getString(4)))
                .list();
    }

    Optional<Task> find(TaskId id) {
        return jdbc.sql(TaskRows.SELECT + "where t.id = :id")
                .param("id", id.value())
                .query(TaskRows::read)
                .optional();
    }

    /** The task of an arrival at a point of a process. */
    public Optional<Task> ofPoint(long point) {
        return jdbc.sql(TaskRows.SELECT + "where t.point_id = :point")
                .param("point", point)
                .query(TaskRows::read)
                .optional();
    }

    /** The task, kept as it is until the transaction ends. */
    Task hold(TaskId id) {
        jdbc.sql("select 1 from task where id = :id for update")
                .param("id", id.value())
                .query(Integer.class)
                .optional();
        return find(id).orElseThrow(() -> new RecordNotFound("task", id));
    }
}
