package io.lijevak.customers;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Formats;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
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
        var change = new Change(
                known.map(consent -> words(consent.givenOn(), consent.source())).orElse(null),
                words(given.givenOn(), given.source()));
        var action = "consent." + given.state().name().toLowerCase(Locale.ROOT);
        changes.record(by, action, id, Map.of("consent." + given.channel(), change));
    }

    private String words(LocalDate givenOn, String source) {
        var company = companies.current();
        return new Formats(company.region(), company.timeZone()).date(givenOn) + " " + source;
    }
}
