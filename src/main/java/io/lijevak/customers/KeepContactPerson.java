package io.lijevak.customers;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.StaleVersion;
import io.lijevak.properties.PropertyValues;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, archives and restores the contact persons of a customer; whoever may edit the customer may edit them. */
@Component
public class KeepContactPerson {
    private final Customers customers;
    private final ContactPeople people;
    private final CustomerRules rules;
    private final CustomerChanges changes;

    KeepContactPerson(Customers customers, ContactPeople people, CustomerRules rules, CustomerChanges changes) {
        this.customers = customers;
        this.people = people;
        this.rules = rules;
        this.changes = changes;
    }

    @Transactional
    public ContactPerson add(CustomerId customer, ContactPerson.Fields given, CurrentUser by) {
        authorise(customer, by);
        var added = people.require(customer, people.insert(customer, sound(given, null, by)));
        changes.record(by, "contact.added", customer, differences(null, added));
        return added;
    }

    /** Changes the contact person, {@link StaleVersion} when somebody was faster. */
    @Transactional
    public ContactPerson change(ContactPerson before, int version, ContactPerson.Fields given, CurrentUser by) {
        authorise(before.customer(), by);
        people.update(before.customer(), before.id(), version, sound(given, before.properties(), by));
        var after = people.require(before.customer(), before.id());
        changes.record(by, "contact.changed", before.customer(), differences(before, after));
        return after;
    }

    @Transactional
    public void archive(CustomerId customer, ContactPersonId id, CurrentUser by) {
        authorise(customer, by);
        var gone = people.require(customer, id);
        people.archive(customer, id);
        changes.record(by, "contact.archived", customer, Map.of("contact", new Change(gone.name(), null)));
    }

    /** Takes the contact person out of the archive, {@link io.lijevak.platform.RecordNotFound} when it is not in it. */
    @Transactional
    public ContactPerson restore(CustomerId customer, ContactPersonId id, CurrentUser by) {
        authorise(customer, by);
        people.restore(customer, id);
        var back = people.require(customer, id);
        changes.record(by, "contact.restored", customer, Map.of("contact", new Change(null, back.name())));
        return back;
    }

    private void authorise(CustomerId customer, CurrentUser by) {
        var stored = customers.require(customer);
        by.require(Resource.CUSTOMER, Action.EDIT, stored.responsibleId());
        if (stored.archived()) {
            throw new Conflict("customers.error.archived");
        }
    }

    private ContactPerson.Fields sound(ContactPerson.Fields given, @Nullable PropertyValues before, CurrentUser by) {
        var problems = new ArrayList<FieldProblem>();
        var sound = new ContactPerson.Fields(
                rules.required("name", given.name(), problems),
                rules.line("role", given.role(), problems),
                rules.line("note", given.note(), problems),
                rules.phones(given.phones(), problems),
                rules.emails(given.emails(), problems),
                rules.ofContact(given.properties(), before, by, problems));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return sound;
    }

    private Map<String, Change> differences(@Nullable ContactPerson before, ContactPerson after) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("contact", new Change(before == null ? null : before.name(), after.name()));
        changes.put("role", new Change(before == null ? null : before.role(), after.role()));
        changes.put(
                "phones",
                new Change(
                        before == null ? null : CustomerWords.phones(before.phones()),
                        CustomerWords.phones(after.phones())));
        changes.put(
                "emails",
                new Change(
                        before == null ? null : CustomerWords.joined(before.emails()),
                        CustomerWords.joined(after.emails())));
        changes.putAll(this.changes.ofContact(before == null ? null : before.properties(), after.properties()));
        return changes;
    }
}
