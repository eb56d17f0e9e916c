package io.lijevak.tasks;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Remembers what a step changed, and takes it back for those tasks that nobody has changed since. */
@Component
public class TaskUndo {
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final TaskStore store;
    private final TaskJournal journal;

    TaskUndo(JdbcClient jdbc, Tasks tasks, TaskStore store, TaskJournal journal) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.store = store;
        this.journal = journal;
    }

    /** How many tasks a step changed are as they were before; the others somebody has changed meanwhile. */
    public record Undone(int restored, int kept) {}

    long begin(CurrentUser user) {
        return jdbc.sql("insert into task_step (person_id, at) values (:person, :now) returning id")
                .param("person", user.id())
                .param("now", Timestamp.from(store.now()))
                .query(Long.class)
                .single();
    }

    /** Notes the task as it was before the step, after the step has changed it. */
    void note(long step, Task before) {
        jdbc.sql("""
                insert into task_before (step_id, task_id, version_after, executor_id, due_at, all_day, postponements,
                  state, result)
                select :step, id, version, :executor, :due, :allDay, :postponements, :state, :result
                from task where id = :id""")
                .param("step", step)
                .param("executor", before.executorId())
                .param(
                        "due",
                        before.term().due() == null
                                ? null
                                : Timestamp.from(before.term().due()))
                .param("allDay", before.term().allDay())
                .param("postponements", before.term().postponements())
                .param("state", before.state().name())
                .param("result", before.course().result())
                .param("id", before.id().value())
                .update();
    }

    /** Takes one's own step back, once, and not after half an hour. */
    @Transactional
    public Undone now(long step, CurrentUser user) {
        var taken = jdbc.sql("""
                update task_step set undone_at = :now
                where id = :id and person_id = :person and undone_at is null and at > :since""")
                .param("id", step)
                .param("person", user.id())
                .param("now", Timestamp.from(store.now()))
                .param("since", Timestamp.from(store.now().minus(LONGEST)))
                .update();
        if (taken == 0) {
            throw exists(step, user) ? new Conflict("tasks.error.undo.late") : new RecordNotFound("step", step);
        }
        var all = jdbc.sql("select count(*) from task_before where step_id = :id")
                .param("id", step)
                .query(Integer.class)
                .single();
        var restored = restore(step);
        for (var id : restored) {
            tasks.find(id).ifPresent(store::changed);
            journal.write(user, id, "undone", Map.of());
        }
        return new Undone(restored.size(), all - restored.size());
    }

    private boolean exists(long step, CurrentUser user) {
        return jdbc.sql("select exists (select 1 from task_step where id = :id and person_id = :person)")
                .param("id", step)
                .param("person", user.id())
                .query(Boolean.class)
                .single();
    }

    private List<TaskId> restore(long step) {
        return jdbc.sql("""
                update task t set executor_id = b.executor_id, due_at = b.due_at, all_day = b.all_day,
                  postponements = b.postponements, state = b.state, result = b.result,
                  closed_at = case when b.state in ('DONE', 'WITHDRAWN') then t.closed_at end,
                  closed_by = case when b.state in ('DONE', 'WITHDRAWN') then t.closed_by end,
                  reported_at = case when b.state = 'OPEN' then null else t.reported_at end,
                  version = t.version + 1
                from task_before b
                where b.step_id = :step and t.id = b.task_id and t.version = b.version_after
                returning t.id""")
                .param("step", step)
                .query((row, number) -> new TaskId(row.getLong(1)))
                .list();
    }
}
