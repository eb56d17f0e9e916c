package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.Actor;
import io.lijevak.process.DealMode;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Processes;
import io.lijevak.process.StageId;
import io.lijevak.process.Subject;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a deal that its process leads back to an earlier stage; what was done stays, what is open is taken back. */
@Component
public class ReturnDeal {
    private final Transitions transitions;
    private final DealTypes types;
    private final Processes processes;
    private final DealJournal journal;
    private final DealSubject subject;

    ReturnDeal(
            Transitions transitions, DealTypes types, Processes processes, DealJournal journal, DealSubject subject) {
        this.transitions = transitions;
        this.types = types;
        this.processes = processes;
        this.journal = journal;
        this.subject = subject;
    }

    /** Refuses a stage that does not lie before the present one, a deal without a process, and no reason. */
    @Transactional
    public void to(StageId target, DealId id, Seen seen, String reason, CurrentUser user) {
        subject.hold(id.value());
        var deal = transitions.begin(id, seen, user);
        var type = types.require(deal.type(), deal.stepsVersion());
        if (type.mode() != DealMode.AUTOMATIC || deal.outcome() != DealOutcome.OPEN) {
            throw new Conflict("deals.error.return.none");
        }
        var from = deal.stage();
        if (type.indexOf(target) < 0 || from == null || type.indexOf(target) >= type.indexOf(from)) {
            throw InvalidInput.at("stage", "deals.error.return.stage");
        }
        if (reason.isBlank()) {
            throw InvalidInput.at("reason", "deals.error.return.reason");
        }
        processes.sendBack(Subject.deal(id.value()), target, new Actor(user, transitions.now()));
        journal.write(user, id, "returned", Map.of("note", new Change(null, reason.strip())));
    }
}
