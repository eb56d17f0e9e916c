package io.lijevak.deals;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Demand that was not satisfied, or not wholly, by reason: how much of it among the deals of a filter. */
@Component
public class UnmetDemand {
    private static final String SELECT = """
            select r.id, r.name, count(*) as lines, count(distinct d.id) as deals,
              coalesce(sum(l.expected), 0) as expected,
              coalesce(sum(round(l.expected * (100 - l.satisfied) / 100.0, 2)), 0) as unmet
            from deal d join deal_demand l on l.deal_id = d.id left join unmet_reason r on r.id = l.reason_id
            where l.satisfied < 100 and {0}
            group by r.id, r.name order by unmet desc, r.id""";
    private final DSLContext database;
    private final DealConditions conditions;

    UnmetDemand(DSLContext database, DealConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /**
     * What a reason cost, sums in the management currency.
     *
     * @param id of the reason, null where none was given
     */
    public record Line(
            @Nullable Long id, @Nullable String name, long lines, long deals, BigDecimal expected, BigDecimal unmet) {}

    /** By reason, the dearest first, of the deals of the filter that the user may see. */
    public List<Line> of(DealFilter filter, CurrentUser user) {
        return database.resultQuery(SELECT, conditions.of(filter, user, Action.VIEW))
                .fetch(row -> new Line(
                        row.get("id", Long.class),
                        row.get("name", String.class),
                        row.get("lines", Long.class),
                        row.get("deals", Long.class),
                        row.get("expected", BigDecimal.class),
                        row.get("unmet", BigDecimal.class)));
    }
}
