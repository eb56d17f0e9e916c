package io.lijevak.tasks;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What passes between the author of an assignment and its executor: accepting, refusing, checking, returning. */
@Component
public class Assignments {
    private final Tasks tasks;
    private final TaskAccess access;
    private final TaskStore store;
    private final TaskHands hands;
    private final CommentTask comments;

    Assignments(Tasks tasks, TaskAccess access, TaskStore store, TaskHands hands, CommentTask comments) {
        this.tasks = tasks;
        this.access = access;
        this.store = store;
        this.hands = hands;
        this.comments = comments;
    }

    /** The executor takes it on. */
    @Transactional
    public void accept(TaskId id, CurrentUser user) {
        store.accept(requireExecutor(id, user));
    }

    /** The executor gives it back to the author, saying why. */
    @Transactional
    public void refuse(TaskId id, @Nullable String reason, CurrentUser user) {
        var task = requireExecutor(id, user);
        var author = Objects.requireNonNull(task.authorId());
        comments.write(id, requireReason(reason), user);
        hands.delegate(task, author, user.id());
    }

    /** The author finds the result good. */
    @Transactional
    public void confirm(TaskId id, CurrentUser user) {
        store.close(requireReported(id, user), TaskState.DONE, null, user.id());
    }

    /** The author sends the result back, saying what is missing. */
    @Transactional
    public void giveBack(TaskId id, @Nullable String reason, CurrentUser user) {
        var task = requireReported(id, user);
        var said = requireReason(reason);
        comments.write(id, said, user);
        store.reopen(task, said);
    }

    private Task requireExecutor(TaskId id, CurrentUser user) {
        tasks.require(id, user);
        var task = tasks.hold(id);
        if (!task.isChecked() || !TaskAccess.isExecutor(task, user)) {
            throw new AccessDeniedException("not the executor of the assignment");
        }
        if (!task.isOpen()) {
            throw TaskMoves.over(task);
        }
        return task;
    }

    private Task requireReported(TaskId id, CurrentUser user) {
        tasks.require(id, user);
        var task = tasks.hold(id);
        access.requireAuthor(task, user);
        if (task.isOver()) {
            throw TaskMoves.over(task);
        }
        if (task.state() != TaskState.REPORTED) {
            throw new Conflict("tasks.error.notReported", task.title());
        }
        return task;
    }

    private static String requireReason(@Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw InvalidInput.at("comment", "tasks.error.reason.missing");
        }
        return reason.strip();
    }
}
