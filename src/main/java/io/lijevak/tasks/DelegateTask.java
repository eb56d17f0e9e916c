package io.lijevak.tasks;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.ReassignPoint;
import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands a task over to somebody else; one's own becomes an assignment that one checks. */
@Component
public class DelegateTask {
    private final Tasks tasks;
    private final TaskMoves moves;
    private final CommentTask comments;
    private final ReassignPoint points;

    DelegateTask(Tasks tasks, TaskMoves moves, CommentTask comments, ReassignPoint points) {
        this.tasks = tasks;
        this.moves = moves;
        this.comments = comments;
        this.points = points;
    }

    /** Refuses a task that is over, somebody who is gone, and whoever has it already. */
    @Transactional
    public void to(@Nullable Long executor, TaskId id, @Nullable String note, CurrentUser user) {
        if (executor == null) {
            throw InvalidInput.at("executor", "tasks.error.executor.choose");
        }
        tasks.require(id, user);
        hand(tasks.hold(id), executor, user);
        if (note != null) {
            comments.write(id, note, user);
        }
    }

    void hand(Task task, long executor, CurrentUser user) {
        moves.delegate(task, executor, user);
        var point = task.about().point();
        if (point != null) {
            points.to(executor, point);
        }
    }
}
