package io.lijevak.deals.web;

import io.lijevak.deals.Closings;
import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverview;
import io.lijevak.deals.DealResults;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory;
import io.lijevak.platform.Companies;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on a deal: its visits and its lines. */
@Component
class DealParts {
    private final VisitHistory visits;
    private final LineItems items;
    private final Closings closings;
    private final Companies companies;
    private final Clock clock;

    DealParts(VisitHistory visits, LineItems items, Closings closings, Companies companies, Clock clock) {
        this.visits = visits;
        this.items = items;
        this.closings = closings;
        this.companies = companies;
        this.clock = clock;
    }

    List<VisitHistory.Passage> visits(DealId deal) {
        return visits.of(deal);
    }

    LocalDate today() {
        return companies.current().today(clock);
    }

    /** How the deal was closed, with its results; null while it is open, and where nobody closed it here. */
    DealResults.@Nullable Closed closed(DealOverview deal) {
        return deal.isOpen() ? null : closings.of(deal.id()).orElse(null);
    }

    List<LineItems.Item> items(DealId deal) {
        return items.of(deal);
    }
}
