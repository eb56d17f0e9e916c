package io.lijevak.deals;

import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.What;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Jobs;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From a picture to a measure: makes a task for each deal of a filter, or hands all of them over, such as those of a
 * number of the funnel. Few are done at once, many in the background.
 */
@Component
public class ActOnDeals {
    /** So many are waited for. */
    static final int AT_ONCE = 50;

    private final DealActions actions;
    private final ActOnDeal one;
    private final CheckDealAction check;
    private final Jobs jobs;
    private final Background background;

    /** What the work between requests needs. */
    @Component
    record Background(TransactionTemplate transactions, Clock clock) {
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    ActOnDeals(DealActions actions, ActOnDeal one, CheckDealAction check, Jobs jobs, Background background) {
        this.actions = actions;
        this.one = one;
        this.check = check;
        this.jobs = jobs;
        this.background = background;
    }

    /** Begins, and does it when the deals are few; refuses what is wrong for all of them, and none. */
    public DealAction begin(What what, String list, DealFilter filter, CurrentUser user) {
        check.of(what, user);
        var action = background.transactions().execute(status -> {
            var id = actions.begin(what, list, filter, background.now(), user);
            var begun = actions.require(id);
            if (begun.total() == 0) {
                throw InvalidInput.at(what.kind() == Kind.TASK ? "note" : "person", "deals.error.action.none");
            }
            if (begun.total() > AT_ONCE) {
                later(DealActionTask.DO + id);
            }
            return begun;
        });
        if (action.total() <= AT_ONCE) {
            perform(action.id(), user);
        }
        return actions.require(action.id());
    }

    /** Only who began it is told of it. */
    public DealAction require(long id, CurrentUser user) {
        var action = actions.require(id);
        if (action.person() != user.id()) {
            throw new RecordNotFound("deal action", id);
        }
        return action;
    }

    /** Gives the deals that nobody changed since back to those who had them. */
    public DealAction undo(long id, CurrentUser user) {
        var action = require(id, user);
        if (!action.canBeUndone() || !actions.undone(id, background.now())) {
            throw new Conflict("deals.error.action.undone");
        }
        if (action.total() <= AT_ONCE) {
            takeBack(id, user);
        } else {
            later(DealActionTask.UNDO + id);
        }
        return actions.require(id);
    }

    void perform(long id, CurrentUser user) {
        var what = actions.require(id).what();
        actions.toDo(id).forEach(row -> one.perform(id, what, row, user));
        actions.end(id, background.now());
    }

    void takeBack(long id, CurrentUser user) {
        var what = actions.require(id).what();
        actions.done(id).forEach(row -> one.takeBack(id, what, row, user));
    }

    private void later(String work) {
        jobs.begin(DealActionTask.NAME, work);
    }
}
