package io.lijevak.tasks;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a remark on a task. */
@Component
public class CommentTask {
    private final JdbcClient jdbc;
    private final Tasks tasks;
    private final TaskStore store;

    CommentTask(JdbcClient jdbc, Tasks tasks, TaskStore store) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.store = store;
    }

    /** Refuses an empty remark and one too long. */
    @Transactional
    public void with(String text, TaskId id, CurrentUser user) {
        user.require(Resource.TASK, Action.EDIT);
        tasks.require(id, user);
        write(id, text, user);
    }

    void write(TaskId id, String text, CurrentUser user) {
        if (text.isBlank()) {
            throw InvalidInput.at("comment", "tasks.error.comment.missing");
        }
        if (text.strip().length() > TaskRules.LONGEST_TEXT) {
            throw InvalidInput.at("comment", "tasks.error.long", TaskRules.LONGEST_TEXT);
        }
        jdbc.sql("insert into task_comment (task_id, person_id, at, text) values (:task, :person, :now, :text)")
                .param("task", id.value())
                .param("person", user.id())
                .param("now", Timestamp.from(store.now()))
                .param("text", text.strip())
                .update();
        store.changed((Long) null);
    }
}
