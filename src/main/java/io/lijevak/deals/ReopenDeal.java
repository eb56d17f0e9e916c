package io.lijevak.deals;

import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a closed deal up again at the stage where it ended; the closed visit stays in the ledger, its follow-up goes. */
@Component
public class ReopenDeal {
    private final Transitions transitions;
    private final Closings closings;
    private final DealProcess process;

    ReopenDeal(Transitions transitions, Closings closings, DealProcess process) {
        this.transitions = transitions;
        this.closings = closings;
        this.process = process;
    }

    @Transactional
    public void now(DealId id, Seen seen, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        var before = deal.outcome().name();
        deal.reopen(transitions.now());
        var change = new Change(before, DealOutcome.OPEN.name());
        transitions.finish(deal, "reopened", Map.of("outcome", change), user);
        closings.withdraw(deal);
        process.resume(deal, user);
    }
}
