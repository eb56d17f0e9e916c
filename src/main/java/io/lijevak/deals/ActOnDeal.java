package io.lijevak.deals;

import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.Outcome;
import io.lijevak.deals.DealAction.What;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does with one deal of many what is to be done, in a transaction of its own; what stands in the way is written down. */
@Component
class ActOnDeal {
    private final DealActions actions;
    private final Deals deals;
    private final AssignDeal assign;
    private final List<Reminders> reminders;
    private final TransactionTemplate transactions;

    ActOnDeal(
            DealActions actions,
            Deals deals,
            AssignDeal assign,
            List<Reminders> reminders,
            TransactionTemplate transactions) {
        this.actions = actions;
        this.deals = deals;
        this.assign = assign;
        this.reminders = reminders;
        this.transactions = transactions;
    }

    void perform(long action, What what, DealActions.Row row, CurrentUser user) {
        attempt(action, row, null, () -> act(action, what, new DealId(row.dealId()), user))
                .ifPresent(hindrance -> actions.note(action, row.dealId(), hindrance));
    }

    /** Gives a deal back to who had it, when nobody changed it since. */
    void takeBack(long action, What what, DealActions.Row row, CurrentUser user) {
        attempt(action, row, Outcome.DONE, () -> {
            if (!Objects.equals(row.leftVersion(), actions.versionOf(row.dealId()))) {
                return Optional.empty();
            }
            assign.to(row.wasResponsibleId(), new DealId(row.dealId()), Seen.ANYTHING, what.along(), user);
            return Optional.of(Outcome.UNDONE);
        });
    }

    /** What came of it when that is not yet written down. */
    private Optional<Outcome> act(long action, What what, DealId id, CurrentUser user) {
        var deal = deals.require(id);
        if (what.kind() == Kind.TASK) {
            var executor = deal.responsible() == null ? user.id() : deal.responsible();
            var title = Objects.requireNonNull(what.title());
            var due = Objects.requireNonNull(what.due());
            reminders.forEach(desk -> desk.remind(id, title, executor, due, user));
            return Optional.of(Outcome.DONE);
        }
        if (deal.outcome() != DealOutcome.OPEN) {
            return Optional.of(Outcome.CLOSED);
        }
        user.require(Resource.DEAL, Action.EDIT, deal.responsible());
        if (Objects.equals(deal.responsible(), what.target())) {
            return Optional.of(Outcome.SAME);
        }
        assign.to(what.target(), id, Seen.ANYTHING, what.along(), user);
        actions.handedOver(action, id.value(), deal.responsible());
        return Optional.empty();
    }

    /** What came of it is written down with it, so that nothing is done twice after a crash; gives what stood in the way. */
    private Optional<Outcome> attempt(
            long action, DealActions.Row row, @Nullable Outcome before, Supplier<Optional<Outcome>> work) {
        try {
            transactions.executeWithoutResult(status -> {
                if (actions.isStill(action, row.dealId(), before)) {
                    work.get().ifPresent(outcome -> actions.note(action, row.dealId(), outcome));
                }
            });
            return Optional.empty();
        } catch (AccessDeniedException notAllowed) {
            return Optional.of(Outcome.NOT_ALLOWED);
        } catch (InvalidInput refused) {
            return Optional.of(Outcome.REFUSED);
        } catch (Conflict | RecordNotFound changed) {
            return Optional.of(Outcome.CHANGED);
        }
    }
}
