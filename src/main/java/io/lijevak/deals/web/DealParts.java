package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory;
import io.lijevak.platform.Companies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What hangs on a deal: its visits and its lines. */
@Component
class DealParts {
    private final VisitHistory visits;
    private final LineItems items;
    private final Companies companies;
    private final Clock clock;

    DealParts(VisitHistory visits, LineItems items, Companies companies, Clock clock) {
        this.visits = visits;
        this.items = items;
        this.companies = companies;
        this.clock = clock;
    }

    List<VisitHistory.Passage> visits(DealId deal) {
        return visits.of(deal);
    }

    LocalDate today() {
        return companies.current().today(clock);
    }

    List<LineItems.Item> items(DealId deal) {
        return items.of(deal);
    }
}
