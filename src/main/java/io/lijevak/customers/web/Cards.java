package io.lijevak.customers.web;

import io.lijevak.customers.Consents;
import io.lijevak.customers.ContactPeople;
import io.lijevak.customers.ContactPerson;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerTimeline;
import io.lijevak.customers.Customers;
import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the customer page shows. */
@Component
class Cards {
    private final Customers customers;
    private final ContactPeople people;
    private final Consents consents;
    private final CustomerTimeline timeline;
    private final Guests guests;

    Cards(Customers customers, ContactPeople people, Consents consents, CustomerTimeline timeline, Guests guests) {
        this.customers = customers;
        this.people = people;
        this.consents = consents;
        this.timeline = timeline;
        this.guests = guests;
    }

    private List<PropertyForms.Line> filled(ContactPerson person, CurrentUser viewer) {
        return guests.properties().lines(RecordKind.CONTACT, person.properties(), viewer).stream()
                .filter(line -> !line.text().isEmpty())
                .toList();
    }

    Card of(CustomerId id, TimelineEntry.@Nullable Kind shown, CurrentUser viewer) {
        var customer = customers.visible(id, viewer);
        var edit = viewer.can(Resource.CUSTOMER, Action.EDIT, customer.responsibleId()) && !customer.archived();
        var archive = viewer.can(Resource.CUSTOMER, Action.ARCHIVE, customer.responsibleId());
        var persons = people.of(id);
        return new Card(
                customer,
                persons,
                consents.of(id),
                customers.subsidiaries(id, viewer),
                timeline.page(id, viewer, shown, null),
                guests.panels(),
                guests.areas(),
                guests.properties().lines(RecordKind.CUSTOMER, customer.fields().properties(), viewer),
                persons.stream().collect(Collectors.toMap(ContactPerson::id, person -> filled(person, viewer))),
                new Card.Rights(edit, archive));
    }
}
