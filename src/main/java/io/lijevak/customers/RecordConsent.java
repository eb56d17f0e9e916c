package io.lijevak.customers;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a customer granted or refused a channel; needs the day and the source, and never one of tomorrow. */
@Component
public class RecordConsent {
    private final Customers customers;
    private final Consents consents;
    private final CustomerChanges changes;
    private final Companies companies;
    private final Clock clock;

    RecordConsent(Customers customers, Consents consents, CustomerChanges changes, Companies companies, Clock clock) {
        this.customers = customers;
        this.consents = consents;
        this.changes = changes;
        this.companies = companies;
        this.clock = clock;
    }

    /** What the customer said. */
    public record Given(Channel channel, Consent.State state, LocalDate givenOn, String source) {}

    @Transactional
    public void of(CustomerId id, Given given, CurrentUser by) {
        by.require(Resource.CUSTOMER, Action.EDIT, customers.require(id).responsibleId());
        if (given.source().isBlank()) {
            throw InvalidInput.at("source", "platform.problem.required");
        }
        if (given.givenOn().isAfter(companies.current().today(clock))) {
            throw InvalidInput.at("givenOn", "customers.problem.future");
        }
        var known = Consents.inForce(consents.of(id), given.channel());
        consents.insert(id, given, by.id());
        changes.record(
                by,
                "consent." + given.state().name().toLowerCase(java.util.Locale.ROOT),
                id,
                Map.of(
                        "consent." + given.channel(),
                        new Change(
                                known.map(RecordConsent::words).orElse(null),
                                given.givenOn() + ", " + given.source())));
    }

    private static String words(Consent consent) {
        return consent.givenOn() + ", " + consent.source();
    }
}
