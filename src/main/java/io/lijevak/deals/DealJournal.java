package io.lijevak.deals;

import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells the audit trail and the other modules, in the transaction of the change, what happened to a deal. */
@Component
class DealJournal {
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    DealJournal(AuditTrail audit, ApplicationEventPublisher events) {
        this.audit = audit;
        this.events = events;
    }

    void write(CurrentUser user, DealId deal, String action, Map<String, Change> changes) {
        audit.record(user, "deal", deal.value(), action, new LinkedHashMap<>(changes));
        events.publishEvent(new DealsChanged(List.of(deal.value())));
    }
}
