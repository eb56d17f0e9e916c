package io.lijevak.tasks;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The next step that is written down in the form that ends the last one. */
@Component
class FollowUp {
    private final NextStepRule rule;
    private final TaskRules rules;
    private final TaskStore store;
    private final TaskJournal journal;

    FollowUp(NextStepRule rule, TaskRules rules, TaskStore store, TaskJournal journal) {
        this.rule = rule;
        this.rules = rules;
        this.store = store;
        this.journal = journal;
    }

    /** Refuses at {@code nextTitle} and {@code nextDue} when a next step is demanded and not told, or told badly. */
    void plan(Task ended, @Nullable TaskDraft next, CurrentUser user) {
        var told = next == null ? TaskDraft.step(null, null) : next;
        var nothing = told.title() == null && told.due() == null;
        if (nothing && rule.without(ended) != NextStepRule.Standing.DEMANDED) {
            return;
        }
        var deal = ended.about().deal();
        var stage = ended.about().stage();
        write(
                new Place(deal == null ? null : deal.id(), stage == null ? null : stage.id(), executor(ended, user)),
                told,
                user);
    }

    /** Where a next step belongs: deal, stage, who is to take it. */
    record Place(@Nullable Long deal, @Nullable Long stage, long executor) {}

    /** Refuses at {@code nextTitle} and {@code nextDue} what is told badly. */
    void write(Place place, TaskDraft told, CurrentUser user) {
        TaskRules.refuse(problems(told));
        var draft = told.about(place.deal(), place.executor());
        var row = new TaskStore.Row(TaskKind.MANUAL, draft, place.executor(), place.stage(), null);
        journal.write(user, Objects.requireNonNull(store.insert(row)), "created", Map.of());
    }

    private List<FieldProblem> problems(TaskDraft next) {
        var problems = new ArrayList<FieldProblem>();
        try {
            rules.check(next);
        } catch (InvalidInput invalid) {
            invalid.problems().stream()
                    .map(problem -> new FieldProblem(
                            problem.field().equals("due") ? "nextDue" : "nextTitle",
                            problem.messageKey(),
                            problem.arguments().toArray()))
                    .forEach(problems::add);
        }
        if (next.due() == null) {
            problems.add(new FieldProblem("nextDue", "tasks.error.next.due"));
        }
        return problems;
    }

    private static long executor(Task ended, CurrentUser user) {
        var executor = ended.executorId();
        return executor == null ? user.id() : executor;
    }
}
