package io.lijevak.customers;

import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves customers' lifecycle forward: to lead when a deal is opened, to customer when one is won. It never moves back
 * by itself, and whoever may change the deal needs no right on the customer for it.
 */
@Component
public class AdvanceLifecycle {
    private final JdbcClient jdbc;
    private final CustomerChanges changes;
    private final CustomerWords words;

    AdvanceLifecycle(JdbcClient jdbc, CustomerChanges changes, CustomerWords words) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.words = words;
    }

    private record Advanced(long id, Lifecycle before) {}

    /** Those of the customers that are still prospects become leads. */
    @Transactional
    public void toLead(Collection<Long> customers, CurrentUser by) {
        advance(customers, Lifecycle.LEAD, List.of(Lifecycle.PROSPECT), by);
    }

    /** All of the customers that are not yet become customers, lapsed ones again. */
    @Transactional
    public void toCustomer(Collection<Long> customers, CurrentUser by) {
        advance(customers, Lifecycle.CUSTOMER, List.of(Lifecycle.PROSPECT, Lifecycle.LEAD, Lifecycle.LAPSED), by);
    }

    private void advance(Collection<Long> customers, Lifecycle target, List<Lifecycle> from, CurrentUser by) {
        jdbc.sql("""
                update customer c set lifecycle = :target, changed_at = now(), version = c.version + 1
                from (select id, lifecycle from customer where id = any(:ids) and lifecycle = any(:from)
                      order by id for update) old
                where c.id = old.id returning c.id, old.lifecycle as before""")
                .param("target", target.name())
                .param("ids", customers.toArray(Long[]::new))
                .param("from", from.stream().map(Enum::name).toArray(String[]::new))
                .query(Advanced.class)
                .list()
                .forEach(moved -> record(moved, target, by));
    }

    private void record(Advanced moved, Lifecycle target, CurrentUser by) {
        var change = new Change(
                words.word("customers.lifecycle." + moved.before()), words.word("customers.lifecycle." + target));
        changes.record(by, "changed", new CustomerId(moved.id()), Map.of("lifecycle", change));
    }
}
