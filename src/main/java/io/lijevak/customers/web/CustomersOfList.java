package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.SegmentSource;
import io.lijevak.users.CurrentUser;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The customers of a list of customers. */
@Component
class CustomersOfList implements SegmentSource {
    private final CustomerList list;

    CustomersOfList(CustomerList list) {
        this.list = list;
    }

    @Override
    public String name() {
        return "customers";
    }

    @Override
    public String address() {
        return "/customers";
    }

    @Override
    public String titleKey() {
        return "customers.list.title";
    }

    @Override
    public String right() {
        return "CUSTOMER.VIEW";
    }

    @Override
    public void check(Map<String, String> parameters) {
        var narrowing = new HashMap<>(parameters);
        narrowing.remove("sort");
        CustomerFilters.checkFilters(narrowing);
    }

    @Override
    public Select<Record1<Long>> customers(Map<String, String> parameters, CurrentUser user) {
        return list.ids(CustomerFilter.of(parameters), user);
    }
}
