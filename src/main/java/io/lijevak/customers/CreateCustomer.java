package io.lijevak.customers;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Creates a customer; {@link InvalidInput} tells every field that is wrong. Whoever may create only own customers
 * becomes responsible for one that names nobody.
 */
@Component
public class CreateCustomer {
    private final Customers customers;
    private final CustomerRules rules;
    private final CustomerReferences references;
    private final CustomerChanges changes;

    CreateCustomer(Customers customers, CustomerRules rules, CustomerReferences references, CustomerChanges changes) {
        this.customers = customers;
        this.rules = rules;
        this.references = references;
        this.changes = changes;
    }

    @Transactional
    public Customer from(CustomerFields given, CurrentUser by) {
        var own = given.responsibleId() == null && by.scope(Resource.CUSTOMER, Action.CREATE) == Scope.OWN;
        var fields = rules.sound(own ? given.ofPerson(by.id()) : given, null, by);
        by.require(Resource.CUSTOMER, Action.CREATE, fields.responsibleId());
        references.requireSeenParent(by, fields.parentId());
        references.require(null, fields);
        var created = customers.require(customers.insert(fields, by.id()));
        changes.record(by, "created", null, created);
        return created;
    }
}
