package io.lijevak.deals;

import io.lijevak.deals.DealAction.Kind;
import io.lijevak.deals.DealAction.What;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Jobs;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * From a picture to a measure: makes a task for each deal of a filter, or hands all of them over, such as those of a
 * number of the funnel. Few are done at once, many in the background; both go on after a crash.
 */
@Component
public class ActOnDeals {
    /** So many are waited for. */
    static final int AT_ONCE = 50;

    /** So many at most. */
    public static final int MOST = 20_000;

    /** When the job looks whether something that was waited for has been cut off. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
                throw InvalidInput.at(field(what), "deals.error.action.none");
            }
            if (begun.total() > MOST) {
                throw InvalidInput.at(field(what), "deals.error.action.many", MOST);
            }
            later(DealActionTask.DO + id, begun.total());
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
        background.transactions().executeWithoutResult(status -> {
            if (!action.canBeUndone() || !actions.undone(id, background.now())) {
                throw new Conflict("deals.error.action.undone");
            }
            later(DealActionTask.UNDO + id, action.total());
        });
        if (action.total() <= AT_ONCE) {
            takeBack(id, user);
        }
        return actions.require(id);
    }

    /** Goes on where it was cut off, a thousand deals at a time. */
    void perform(long id, CurrentUser user) {
        var what = actions.require(id).what();
        for (var rows = actions.toDo(id, 0);
                !rows.isEmpty();
                rows = actions.toDo(id, rows.getLast().dealId())) {
            rows.forEach(row -> one.perform(id, what, row, user));
        }
        actions.end(id, background.now());
    }

    void takeBack(long id, CurrentUser user) {
        var what = actions.require(id).what();
        for (var rows = actions.done(id, 0);
                !rows.isEmpty();
                rows = actions.done(id, rows.getLast().dealId())) {
            rows.forEach(row -> one.takeBack(id, what, row, user));
        }
    }

    /** What is done at once is looked at later too: a crash may have cut it off. */
    private void later(String work, long deals) {
        if (deals > AT_ONCE) {
            jobs.begin(DealActionTask.NAME, work);
        } else {
            jobs.beginIn(PATIENCE, DealActionTask.NAME, work);
        }
    }

    private static String field(What what) {
        return what.kind() == Kind.TASK ? "note" : "person";
    }
}
