package io.lijevak.deals.web;

import io.lijevak.customers.SegmentSource;
import io.lijevak.deals.CustomersOfDeals;
import io.lijevak.deals.DealFilter;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Segments are filled with the customers of a list of deals, and so of any number that opens one. */
@Component
class DealSegmentSource implements SegmentSource {
    private final CustomersOfDeals customers;

    DealSegmentSource(CustomersOfDeals customers) {
        this.customers = customers;
    }

    @Override
    public String name() {
        return "deals";
    }

    @Override
    public String address() {
        return "/deals";
    }

    @Override
    public String titleKey() {
        return "deals.title";
    }

    @Override
    public String right() {
        return "DEAL.VIEW";
    }

    @Override
    public void check(Map<String, String> parameters) {
        var narrowing = new HashMap<>(parameters);
        narrowing.remove("sort");
        DealBodyReading.checkFilters(narrowing);
    }

    @Override
    public Select<Record1<Long>> customers(Map<String, String> parameters, CurrentUser user) {
        return customers.of(DealFilter.of(parameters), user);
    }
}
