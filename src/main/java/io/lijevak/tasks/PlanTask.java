package io.lijevak.tasks;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.Customers;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down something to do: for oneself, or for somebody else as an assignment. */
@Component
public class PlanTask {
    private final TaskRules rules;
    private final TaskStore store;
    private final TaskJournal journal;
    private final DealOverviews deals;
    private final Customers customers;

    PlanTask(TaskRules rules, TaskStore store, TaskJournal journal, DealOverviews deals, Customers customers) {
        this.rules = rules;
        this.store = store;
        this.journal = journal;
        this.deals = deals;
        this.customers = customers;
    }

    /** Refuses an executor who is gone, a deadline in the past that is not meant, a deal or customer out of reach. */
    @Transactional
    public TaskId from(TaskDraft draft, CurrentUser user) {
        user.require(Resource.TASK, Action.CREATE);
        rules.check(draft);
        var executor = draft.executor() == null ? Long.valueOf(user.id()) : draft.executor();
        var placed = new TaskDraft(
                draft.title(),
                draft.details(),
                draft.deal(),
                draft.customer(),
                executor,
                draft.due(),
                draft.minutes(),
                draft.important(),
                draft.acceptPast());
        var kind = executor == user.id() ? TaskKind.MANUAL : TaskKind.ASSIGNMENT;
        var row = new TaskStore.Row(kind, placed, user.id(), stage(draft, user), null);
        var id = Objects.requireNonNull(store.insert(row));
        journal.write(user, id, "created", Map.of());
        return id;
    }

    /** The stage the deal stands at; the deal and the customer are within the user's reach. */
    private @Nullable Long stage(TaskDraft draft, CurrentUser user) {
        if (draft.customer() != null) {
            customers.visible(new CustomerId(draft.customer()), user);
        }
        if (draft.deal() == null) {
            return null;
        }
        var stage = deals.require(new DealId(draft.deal()), user).stage();
        return stage == null ? null : Long.valueOf(stage.id());
    }
}
