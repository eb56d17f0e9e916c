package io.lijevak.operations;

import io.lijevak.deals.DealsChanged;
import io.lijevak.platform.Company;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills a company with an invented year: people, products, customers, deals with their ledger. */
@Component
public class LoadDemoCompany {
    private final DemoPeople people;
    private final DemoDeals deals;
    private final DemoHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LoadDemoCompany(
            DemoPeople people, DemoDeals deals, DemoHistory history, ApplicationEventPublisher events, Clock clock) {
        this.people = people;
        this.deals = deals;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void into(Company company) {
        var setting = DemoSetting.of(company, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        var sellers = people.write(setting);
        var written = deals.write(setting, sellers);
        history.write(setting);
        events.publishEvent(new DealsChanged(written));
    }
}
