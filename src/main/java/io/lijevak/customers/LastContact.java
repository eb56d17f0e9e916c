package io.lijevak.customers;

import io.lijevak.platform.Changes;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps beside the customer when somebody was last in touch with it. Interactions compute it anew from their own rows
 * and write it here in the transaction of their change.
 */
@Component
public class LastContact {
    private final JdbcClient jdbc;
    private final Changes changes;

    LastContact(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** The newest contact held with the customer, null when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(CustomerId customer, @Nullable Instant last) {
        jdbc.sql(
                        "update customer set last_contact_at = cast(:at as timestamptz) where id = :id and last_contact_at is distinct from cast(:at as timestamptz)")
                .param("at", last == null ? null : Timestamp.from(last))
                .param("id", customer.value())
                .update();
        changes.touch();
    }
}
