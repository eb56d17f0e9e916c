package io.lijevak.customers;

import io.lijevak.properties.PropertyValues;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes a change of a customer into the audit trail and tells the other modules, in the transaction of the change. */
@Component
class CustomerChanges {
    static final String KIND = "customer";
    private final AuditTrail audit;
    private final CustomerWords words;
    private final ApplicationEventPublisher events;

    CustomerChanges(AuditTrail audit, CustomerWords words, ApplicationEventPublisher events) {
        this.audit = audit;
        this.words = words;
        this.events = events;
    }

    void record(CurrentUser by, String action, @Nullable Customer before, Customer after) {
        record(by, action, after.id(), words.changes(before, after));
    }

    /** What differs between the properties of a contact person. */
    Map<String, Change> ofContact(@Nullable PropertyValues before, PropertyValues after) {
        return words.ofContact(before, after);
    }

    void record(CurrentUser by, String action, CustomerId id, Map<String, Change> changes) {
        audit.record(by, KIND, id.value(), action, changes);
        events.publishEvent(new CustomersChanged(List.of(id.value())));
    }
}
