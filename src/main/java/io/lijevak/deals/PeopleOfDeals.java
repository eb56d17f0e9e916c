package io.lijevak.deals;

import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many deals of a filter each responsible person has. */
@Component
public class PeopleOfDeals {
    private final DSLContext database;
    private final DealConditions conditions;

    /** A person with the deals; their list is that of the filter with the person. */
    public record Share(Named person, long deals) {}

    PeopleOfDeals(DSLContext database, DealConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /** Those with most first, at most so many; deals of nobody are left out. */
    public List<Share> of(DealFilter filter, int most, CurrentUser user) {
        return database.resultQuery(
                        """
                        select p.id, p.name, count(*) as deals from {0} join person p on p.id = d.responsible_id
                        where {1} group by p.id, p.name order by deals desc, p.name, p.id limit {2}""", conditions.deals(filter), conditions.of(filter, user, Action.VIEW), DSL.inline(most))
                .fetch(row -> new Share(
                        new Named(row.get("id", Long.class), row.get("name", String.class)),
                        row.get("deals", Long.class)));
    }
}
