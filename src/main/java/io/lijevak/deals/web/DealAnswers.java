package io.lijevak.deals.web;

import io.lijevak.deals.DealId;
import io.lijevak.deals.DealOverviews;
import io.lijevak.deals.DealRow;
import io.lijevak.deals.LineItems;
import io.lijevak.deals.VisitHistory;
import io.lijevak.platform.Companies;
import io.lijevak.properties.PropertyOrders;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts together what the API answers about one deal. */
@Component
class DealAnswers {
    private final DealOverviews deals;
    private final LineItems items;
    private final VisitHistory visits;
    private final Companies companies;
    private final Own own;

    /** The company's own fields. */
    @Component
    record Own(PropertyWords words, PropertyOrders orders) {}

    DealAnswers(DealOverviews deals, LineItems items, VisitHistory visits, Companies companies, Own own) {
        this.deals = deals;
        this.items = items;
        this.visits = visits;
        this.companies = companies;
        this.own = own;
    }

    /** The parameters but an order by a property. */
    Map<String, String> withoutOwnOrder(Map<String, String> parameters, CurrentUser user) {
        return own.orders().withoutOwn(RecordKind.DEAL, parameters, user);
    }

    DealJson.Whole whole(DealId id, CurrentUser user) {
        var deal = deals.require(id, user);
        return DealJson.Whole.of(deal, items.of(id), ownCurrency(), plain(deal.properties(), user));
    }

    List<DealJson.Visit> visits(DealId id, CurrentUser user) {
        deals.require(id, user);
        return visits.of(id).stream()
                .map(visit -> DealJson.Visit.of(visit, ownCurrency()))
                .toList();
    }

    DealJson.Item item(DealRow deal, CurrentUser user) {
        return DealJson.Item.of(deal, ownCurrency(), plain(deal.properties(), user));
    }

    private Map<String, Object> plain(PropertyValues values, CurrentUser user) {
        return own.words().plain(RecordKind.DEAL, values, user);
    }

    String ownCurrency() {
        return companies.current().currency();
    }
}
