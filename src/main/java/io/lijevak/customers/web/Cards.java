package io.lijevak.customers.web;

import io.lijevak.customers.Consents;
import io.lijevak.customers.ContactPeople;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerPanel;
import io.lijevak.customers.CustomerTimeline;
import io.lijevak.customers.Customers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gathers what the customer page shows. */
@Component
class Cards {
    private final Customers customers;
    private final ContactPeople people;
    private final Consents consents;
    private final Timelines timelines;
    private final List<CustomerPanel> panels;

    Cards(
            Customers customers,
            ContactPeople people,
            Consents consents,
            Timelines timelines,
            List<CustomerPanel> panels) {
        this.customers = customers;
        this.people = people;
        this.consents = consents;
        this.timelines = timelines;
        this.panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
    }

    Card of(CustomerId id, CurrentUser viewer) {
        var customer = customers.visible(id, viewer);
        var edit = viewer.can(Resource.CUSTOMER, Action.EDIT, customer.responsibleId()) && !customer.archived();
        var archive = viewer.can(Resource.CUSTOMER, Action.ARCHIVE, customer.responsibleId());
        return new Card(
                customer,
                people.of(id),
                consents.of(id),
                customers.subsidiaries(id, viewer),
                timelines.newest(id, viewer),
                panels,
                new Card.Rights(edit, archive));
    }

    /** Pages of timelines in the viewer's time. */
    @Component
    static class Timelines {
        private final CustomerTimeline timeline;
        private final Clock clock;

        Timelines(CustomerTimeline timeline, Clock clock) {
            this.timeline = timeline;
            this.clock = clock;
        }

        TimelinePage newest(CustomerId id, CurrentUser viewer) {
            return before(clock.instant().plusSeconds(60), id, viewer);
        }

        TimelinePage before(Instant moment, CustomerId id, CurrentUser viewer) {
            return TimelinePage.of(
                    timeline.before(moment, id, viewer),
                    "/customers/" + id + "/timeline",
                    viewer.timeZone(),
                    LocalDate.now(clock.withZone(viewer.timeZone())));
        }
    }
}
