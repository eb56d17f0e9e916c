package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every transition of a deal has in common: load and authorise, compare with what was seen, store, tell. */
@Component
class Transitions {
    private final Deals deals;
    private final Meanwhile meanwhile;
    private final DealJournal journal;
    private final Clock clock;

    Transitions(Deals deals, Meanwhile meanwhile, DealJournal journal, Clock clock) {
        this.deals = deals;
        this.meanwhile = meanwhile;
        this.journal = journal;
        this.clock = clock;
    }

    /** The deal, when the user may change it and nobody has changed it since it was seen. */
    Deal begin(DealId id, Seen seen, CurrentUser user) {
        var deal = deals.require(id);
        user.require(Resource.DEAL, Action.EDIT, deal.responsible());
        if (seen.differsFrom(deal)) {
            throw meanwhile.conflict(id);
        }
        return deal;
    }

    /** The present moment, in the precision of the database. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void finish(Deal deal, String action, Map<String, Change> changes, CurrentUser user) {
        if (!deals.save(deal, new VisitRows.Recorded(user.id(), now()))) {
            throw meanwhile.conflict(deal.id());
        }
        journal.write(user, deal.id(), action, changes);
    }
}
