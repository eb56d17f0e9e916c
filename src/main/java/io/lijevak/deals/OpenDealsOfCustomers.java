package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.CUSTOMER;
import static io.lijevak.deals.DealConditions.OUTCOME;
import static io.lijevak.deals.DealConditions.RESPONSIBLE;
import static io.lijevak.deals.DealConditions.column;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.lijevak.customers.CustomerWorth;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** Tells the list of customers what their open deals are worth. */
@Component
class OpenDealsOfCustomers implements CustomerWorth {
    private static final Field<BigDecimal> POTENTIAL =
            coalesce(sum(column("potential", BigDecimal.class)), inline(BigDecimal.ZERO));
    private final DSLContext database;

    OpenDealsOfCustomers(DSLContext database) {
        this.database = database;
    }

    @Override
    public OpenDeals of(Select<Record1<Long>> customers, CurrentUser viewer) {
        return database.select(count(), POTENTIAL)
                .from("deal d")
                .where(open(viewer).and(CUSTOMER.in(customers)))
                .fetchSingle(row -> new OpenDeals(row.value1(), row.value2()));
    }

    @Override
    public Map<Long, OpenDeals> ofEach(Collection<Long> customers, CurrentUser viewer) {
        return database
                .select(CUSTOMER, count(), POTENTIAL)
                .from("deal d")
                .where(open(viewer).and(CUSTOMER.in(customers)))
                .groupBy(CUSTOMER)
                .fetch()
                .stream()
                .collect(Collectors.toMap(row -> row.value1(), row -> new OpenDeals(row.value2(), row.value3())));
    }

    private static Condition open(CurrentUser viewer) {
        return Reach.of(viewer, Resource.DEAL, Action.VIEW)
                .condition(RESPONSIBLE)
                .and(OUTCOME.eq(DealOutcome.OPEN.name()));
    }
}
