package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory;
import io.lijevak.platform.Companies;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts together what the API answers about one deal. */
@Component
class DealAnswers {
    private final DealOverviews deals;
    private final LineItems items;
    private final VisitHistory visits;
    private final Companies companies;

    DealAnswers(DealOverviews deals, LineItems items, VisitHistory visits, Companies companies) {
        this.deals = deals;
        this.items = items;
        this.visits = visits;
        this.companies = companies;
    }

    DealJson.Whole whole(DealId id, CurrentUser user) {
        return DealJson.Whole.of(deals.require(id, user), items.of(id), ownCurrency());
    }

    List<DealJson.Visit> visits(DealId id, CurrentUser user) {
        deals.require(id, user);
        return visits.of(id).stream()
                .map(visit -> DealJson.Visit.of(visit, ownCurrency()))
                .toList();
    }

    String ownCurrency() {
        return companies.current().currency();
    }
}
