package io.lijevak.tasks;

import io.lijevak.platform.Conflict;
import io.lijevak.process.CompletePoint;
import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Completes a task: one's own at once, an assignment by reporting it to its author, a process task through its process. */
@Component
public class CompleteTask {
    private final Tasks tasks;
    private final TaskMoves moves;
    private final FollowUp followUp;
    private final TaskUndo undo;
    private final CompletePoint points;

    CompleteTask(Tasks tasks, TaskMoves moves, FollowUp followUp, TaskUndo undo, CompletePoint points) {
        this.tasks = tasks;
        this.moves = moves;
        this.followUp = followUp;
        this.undo = undo;
        this.points = points;
    }

    /**
     * Refuses a task that is over, telling who was first; what its process demands; and, where the deal's type says so,
     * the last step of an open deal without the next one.
     *
     * @return the step to undo it by, null when a process went on, which cannot be undone here
     */
    @Transactional
    public @Nullable Long with(TaskId id, Completion completion, CurrentUser user) {
        var about = tasks.require(id, user).about();
        var point = about.point();
        if (about.form() != null) {
            throw new Conflict("tasks.error.form", about.form());
        }
        if (point != null) {
            complete(id, point, completion, user);
            return null;
        }
        var task = tasks.hold(id);
        moves.complete(task, completion, user);
        followUp.plan(task, completion.next(), user);
        var step = undo.begin(user);
        undo.note(step, task);
        return step;
    }

    private void complete(TaskId id, long point, Completion completion, CurrentUser user) {
        var task = tasks.require(id, user);
        moves.requireOpen(task, user);
        points.with(point, completion.answers(), completion.overrideReason(), user);
    }
}
