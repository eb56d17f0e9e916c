package io.lijevak.tasks;

import io.lijevak.users.CurrentUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a task to another day or hour, and with it the next step of its deal. The author's deadline stays on record. */
@Component
public class PostponeTask {
    private final Tasks tasks;
    private final TaskMoves moves;
    private final TaskUndo undo;

    PostponeTask(Tasks tasks, TaskMoves moves, TaskUndo undo) {
        this.tasks = tasks;
        this.moves = moves;
        this.undo = undo;
    }

    /**
     * Refuses a task that is over, and a moment in the past that is not meant.
     *
     * @return the step to undo it by
     */
    @Transactional
    public long to(Due due, TaskId id, boolean acceptPast, CurrentUser user) {
        tasks.require(id, user);
        var task = tasks.hold(id);
        moves.postpone(task, due, acceptPast, user);
        var step = undo.begin(user);
        undo.note(step, task);
        return step;
    }
}
