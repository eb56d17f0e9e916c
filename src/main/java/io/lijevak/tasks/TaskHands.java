package io.lijevak.tasks;

import io.lijevak.process.ReassignPoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives tasks into other hands. */
@Component
class TaskHands {
    private final JdbcClient jdbc;
    private final TaskStore store;
    private final ReassignPoint points;

    TaskHands(JdbcClient jdbc, TaskStore store, ReassignPoint points) {
        this.jdbc = jdbc;
        this.store = store;
        this.points = points;
    }

    /** One's own task given to somebody becomes an assignment; a process task stays one. */
    void delegate(Task task, long executor, long by) {
        var kind = task.kind() != TaskKind.MANUAL
                ? task.kind()
                : Objects.equals(task.authorId(), executor) ? TaskKind.MANUAL : TaskKind.ASSIGNMENT;
        jdbc.sql("""
                update task set executor_id = :executor, kind = :kind, accepted_at = null, fell_to_head = false,
                  author_id = case when :kind = 'ASSIGNMENT' then coalesce(author_id, :by) else author_id end,
                  promised_at = case when :kind = 'ASSIGNMENT' then coalesce(promised_at, due_at) end,
                  version = version + 1 where id = :id""")
                .param("executor", executor)
                .param("kind", kind.name())
                .param("by", by)
                .param("id", task.id().value())
                .update();
        store.changed(task);
    }

    /** Open tasks of somebody who is gone go to the head, visibly; to nobody when there is no head. */
    void inherit(long gone, @Nullable Long head) {
        var moved = jdbc.sql("""
                update task set was_executor_id = executor_id, executor_id = :head, fell_to_head = true,
                  accepted_at = null, version = version + 1
                where executor_id = :gone and state in ('OPEN', 'REPORTED') returning coalesce(point_id, 0)""")
                .param("head", head)
                .param("gone", gone)
                .query(Long.class)
                .list();
        if (head != null) {
            moved.stream().filter(point -> point != 0).forEach(point -> points.to(head, point));
        }
        store.changed((Long) null);
    }
}
