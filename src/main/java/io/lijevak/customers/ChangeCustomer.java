package io.lijevak.customers;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a customer that nobody changed since it was read, else {@link StaleVersion}; an archived one must not change. */
@Component
public class ChangeCustomer {
    private final Customers customers;
    private final CustomerRules rules;
    private final CustomerReferences references;
    private final CustomerChanges changes;

    ChangeCustomer(Customers customers, CustomerRules rules, CustomerReferences references, CustomerChanges changes) {
        this.customers = customers;
        this.rules = rules;
        this.references = references;
        this.changes = changes;
    }

    /** Applies the change to the fields as they are stored. */
    @Transactional
    public Customer by(CurrentUser user, CustomerId id, int version, UnaryOperator<CustomerFields> change) {
        var before = customers.require(id);
        user.require(Resource.CUSTOMER, Action.EDIT, before.responsibleId());
        if (before.version() != version) {
            throw new StaleVersion();
        }
        if (before.archived()) {
            throw new Conflict("customers.error.archived");
        }
        var fields = rules.sound(change.apply(before.fields()), before.fields(), user);
        requireReach(user, before, fields);
        if (!Objects.equals(fields.parentId(), before.fields().parentId())) {
            references.requireSeenParent(user, fields.parentId());
        }
        references.require(id, fields);
        customers.update(id, version, fields);
        var after = customers.require(id);
        changes.record(user, "changed", before, after);
        return after;
    }

    private static void requireReach(CurrentUser user, Customer before, CustomerFields fields) {
        var next = fields.responsibleId();
        if (!Objects.equals(next, before.responsibleId()) && !user.can(Resource.CUSTOMER, Action.EDIT, next)) {
            throw InvalidInput.at("responsibleId", "customers.problem.responsible");
        }
    }
}
