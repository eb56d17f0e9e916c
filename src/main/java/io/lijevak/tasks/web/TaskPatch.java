package io.lijevak.tasks.web;

import io.lijevak.tasks.ChangeTask;
import io.lijevak.tasks.DelegateTask;
import io.lijevak.tasks.Due;
import io.lijevak.tasks.PostponeTask;
import io.lijevak.tasks.Task;
import io.lijevak.tasks.TaskDraft;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Writes a changed task by the steps that people take: words by its author, the deadline by postponing, the executor by
 * delegating.
 */
@Component
class TaskPatch {
    private final ChangeTask change;
    private final PostponeTask postpone;
    private final DelegateTask delegate;

    TaskPatch(ChangeTask change, PostponeTask postpone, DelegateTask delegate) {
        this.change = change;
        this.postpone = postpone;
        this.delegate = delegate;
    }

    void apply(Task task, TaskJson.Body wanted, CurrentUser user) {
        var draft = wanted.draft(user.timeZone());
        if (!isSame(task, draft)) {
            change.to(draft, task.id(), wanted.version() == null ? task.version() : wanted.version(), user);
        } else if (draft.due() != null && !draft.due().equals(due(task))) {
            postpone.to(draft.due(), task.id(), draft.acceptPast(), user);
        }
        if (draft.executor() != null && !draft.executor().equals(task.executorId())) {
            delegate.to(draft.executor(), task.id(), null, user);
        }
    }

    private static boolean isSame(Task task, TaskDraft draft) {
        return Objects.equals(task.title(), draft.title())
                && Objects.equals(task.details(), draft.details())
                && Objects.equals(task.term().minutes(), draft.minutes())
                && task.important() == draft.important()
                && (draft.due() != null || task.term().due() == null);
    }

    private static Due due(Task task) {
        var at = task.term().due();
        return new Due(at == null ? Instant.EPOCH : at, task.term().allDay());
    }
}
