package io.lijevak.customers;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a customer out of the lists without deleting anything, and brings it back. */
@Component
public class ArchiveCustomer {
    private final Customers customers;
    private final CustomerChanges changes;
    private final Clock clock;

    ArchiveCustomer(Customers customers, CustomerChanges changes, Clock clock) {
        this.customers = customers;
        this.changes = changes;
        this.clock = clock;
    }

    @Transactional
    public Customer archive(CustomerId id, CurrentUser by) {
        return set(id, clock.instant(), "archived", by);
    }

    @Transactional
    public Customer restore(CustomerId id, CurrentUser by) {
        return set(id, null, "restored", by);
    }

    private Customer set(CustomerId id, @Nullable Instant at, String action, CurrentUser by) {
        var before = customers.require(id);
        by.require(Resource.CUSTOMER, Action.ARCHIVE, before.responsibleId());
        if (before.archived() == (at != null)) {
            return before;
        }
        customers.archive(id, before.version(), at);
        changes.record(by, action, id, Map.of());
        return customers.require(id);
    }
}
