package io.lijevak.tasks;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does one thing with many tasks at once; those it cannot be done with are left alone, and told why. */
@Component
public class ManyTasks {
    static final int MOST = 200;
    private final Tasks tasks;
    private final TaskAccess access;
    private final TaskMoves moves;
    private final NextStepRule rule;
    private final TaskUndo undo;

    /** How many were changed, why the others were not (message keys), and the step to undo it by. */
    public record Outcome(
            int done,
            Map<String, Integer> skipped,
            @Nullable Long step) {}

    ManyTasks(Tasks tasks, TaskAccess access, TaskMoves moves, NextStepRule rule, TaskUndo undo) {
        this.tasks = tasks;
        this.access = access;
        this.moves = moves;
        this.rule = rule;
        this.undo = undo;
    }

    /** Completes; process tasks and last steps that demand the next one have forms of their own. */
    @Transactional
    public Outcome complete(List<TaskId> ids, @Nullable String result, CurrentUser user) {
        return each(
                ids,
                user,
                task -> {
                    if (task.kind() == TaskKind.PROCESS) {
                        return "tasks.many.process";
                    }
                    if (task.about().form() != null) {
                        return "tasks.many.form";
                    }
                    return rule.without(task) == NextStepRule.Standing.DEMANDED ? "tasks.many.next" : null;
                },
                task -> moves.complete(task, Completion.of(result), user));
    }

    @Transactional
    public Outcome postpone(List<TaskId> ids, Due due, boolean acceptPast, CurrentUser user) {
        return each(ids, user, task -> null, task -> moves.postpone(task, due, acceptPast, user));
    }

    /** Hands over; process tasks are handed over one by one. */
    @Transactional
    public Outcome delegate(List<TaskId> ids, @Nullable Long executor, CurrentUser user) {
        if (executor == null) {
            throw InvalidInput.at("executor", "tasks.error.executor.choose");
        }
        return each(
                ids,
                user,
                task -> {
                    if (task.kind() == TaskKind.PROCESS) {
                        return "tasks.many.process";
                    }
                    return executor.equals(task.executorId()) ? "tasks.many.same" : null;
                },
                task -> moves.delegate(task, executor, user));
    }

    private Outcome each(List<TaskId> ids, CurrentUser user, Reason reason, Consumer<Task> change) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw InvalidInput.at("task", "tasks.error.many", MOST);
        }
        var skipped = new LinkedHashMap<String, Integer>();
        var before = new ArrayList<Task>();
        for (var id : ids.stream()
                .distinct()
                .sorted((a, b) -> Long.compare(a.value(), b.value()))
                .toList()) {
            var task = tasks.find(id).map(found -> tasks.hold(id)).orElse(null);
            var why = task == null ? "tasks.many.gone" : why(task, user, reason);
            if (task == null || why != null) {
                skipped.merge(String.valueOf(why), 1, Integer::sum);
            } else {
                change.accept(task);
                before.add(task);
            }
        }
        return new Outcome(before.size(), skipped, noted(before, user));
    }

    private @Nullable String why(Task task, CurrentUser user, Reason reason) {
        if (!access.mayWork(task, user)) {
            return "tasks.many.denied";
        }
        return task.isOpen() ? reason.of(task) : "tasks.many.over";
    }

    private @Nullable Long noted(List<Task> before, CurrentUser user) {
        if (before.isEmpty()) {
            return null;
        }
        var step = undo.begin(user);
        before.forEach(task -> undo.note(step, task));
        return step;
    }

    /** Why a task is left alone, null when it is not. */
    private interface Reason {
        @Nullable
        String of(Task task);
    }
}
