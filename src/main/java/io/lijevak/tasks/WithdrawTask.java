package io.lijevak.tasks;

import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was asked: its author, or whoever is above the author. */
@Component
public class WithdrawTask {
    private final Tasks tasks;
    private final TaskAccess access;
    private final TaskStore store;
    private final FollowUp followUp;
    private final TaskJournal journal;

    WithdrawTask(Tasks tasks, TaskAccess access, TaskStore store, FollowUp followUp, TaskJournal journal) {
        this.tasks = tasks;
        this.access = access;
        this.store = store;
        this.followUp = followUp;
        this.journal = journal;
    }

    /** Refuses what is over, and the last step of an open deal without the next one where the deal's type says so. */
    @Transactional
    public void now(TaskId id, @Nullable TaskDraft next, CurrentUser user) {
        tasks.require(id, user);
        var task = tasks.hold(id);
        access.requireAuthor(task, user);
        if (task.isOver()) {
            throw TaskMoves.over(task);
        }
        store.close(task, TaskState.WITHDRAWN, null, user.id());
        followUp.plan(task, next, user);
        journal.write(user, id, "withdrawn", Map.of());
    }
}
