package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The customers of the deals of a list. */
@Component
public class CustomersOfDeals {
    private final DealConditions conditions;

    CustomersOfDeals(DealConditions conditions) {
        this.conditions = conditions;
    }

    /** A row for each deal of the filter that the user sees: the id of its customer, null when it has none. */
    public Select<Record1<Long>> of(DealFilter filter, CurrentUser user) {
        return DSL.select(DealConditions.CUSTOMER)
                .from(conditions.deals(filter))
                .where(conditions.of(filter, user, Action.VIEW));
    }
}
