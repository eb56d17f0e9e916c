package io.lijevak.tasks;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What may be done with one held task, by one person or with many at once; the transaction is the caller's. */
@Component
class TaskMoves {
    private final TaskAccess access;
    private final TaskRules rules;
    private final TaskStore store;
    private final TaskHands hands;
    private final TaskJournal journal;

    TaskMoves(TaskAccess access, TaskRules rules, TaskStore store, TaskHands hands, TaskJournal journal) {
        this.access = access;
        this.rules = rules;
        this.store = store;
        this.hands = hands;
        this.journal = journal;
    }

    /** Done, or, for an assignment that somebody else will check, reported. */
    void complete(Task task, Completion completion, CurrentUser user) {
        requireOpen(task, user);
        var problems = new ArrayList<FieldProblem>();
        rules.checkText("result", completion.result(), problems);
        TaskRules.refuse(problems);
        if (task.isChecked() && !access.mayCheck(task, user)) {
            store.report(task, completion.result());
            journal.write(user, task.id(), "reported", TaskJournal.change("result", null, completion.result()));
        } else {
            store.close(task, TaskState.DONE, completion.result(), user.id());
            journal.write(user, task.id(), "completed", TaskJournal.change("result", null, completion.result()));
        }
    }

    void postpone(Task task, Due due, boolean acceptPast, CurrentUser user) {
        requireOpen(task, user);
        var problems = new ArrayList<FieldProblem>();
        rules.checkDue("due", due, acceptPast, problems);
        TaskRules.refuse(problems);
        store.postpone(task, due);
        journal.write(
                user,
                task.id(),
                "postponed",
                TaskJournal.change("due", task.term().due(), due.at()));
    }

    void delegate(Task task, long executor, CurrentUser user) {
        requireOpen(task, user);
        rules.requireActive(executor);
        if (Objects.equals(task.executorId(), executor)) {
            throw InvalidInput.at("executor", "tasks.error.executor.same");
        }
        hands.delegate(task, executor, user.id());
        journal.write(user, task.id(), "delegated", Map.of());
    }

    /** Refuses what is over, telling who was first, and whoever may not work on it. */
    void requireOpen(Task task, CurrentUser user) {
        access.requireWork(task, user);
        if (!task.isOpen()) {
            throw over(task);
        }
    }

    static Conflict over(Task task) {
        if (task.state() == TaskState.REPORTED) {
            return new Conflict("tasks.error.reported", task.title());
        }
        var by = task.course().closedBy();
        return new Conflict(
                task.state() == TaskState.DONE ? "tasks.error.done" : "tasks.error.withdrawn",
                task.title(),
                by == null ? "–" : by.name(),
                by == null ? "no" : "yes");
    }
}
