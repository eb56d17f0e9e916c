package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealsOfDay;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open deals by the month in which they are expected to close. */
@Component
public class ComingRevenue {
    /** Summed up by stage and day first: many deals have the same, and a month is named once for all of them. */
    private static final String PARTS = """
            select case when d.expected_close is null then 'none' when d.expected_close < {1} then 'past'
                when d.expected_close >= {2} then 'later' else to_char(d.expected_close, 'YYYY-MM') end as key,
              cast(sum(d.deals) as bigint) as deals, coalesce(sum(d.potential), 0) as potential,
              round(coalesce(sum(d.potential * s.probability), 0) / 100, 2) as expected
            from (
              select d.type_id, d.steps_version, d.stage_id, d.expected_close, count(*) as deals, sum(d.potential) as potential
              from {0} where d.outcome = 'OPEN' and {3} group by 1, 2, 3, 4) d
            left join deal_type_step s on s.deal_type_id = d.type_id
              and s.steps_version = d.steps_version and s.stage_id = d.stage_id
            group by 1 order by min(d.expected_close) nulls last""";

    private final DSLContext database;
    private final DealsOfDay days;

    /**
     * The deals of one month.
     *
     * @param key a month such as {@code 2026-12}, {@code past} before today, {@code later}, or {@code none} without a day
     * @param expected potential by the template probabilities of the stages
     */
    public record Part(String key, long deals, BigDecimal potential, BigDecimal expected) {}

    ComingRevenue(DSLContext database, DealsOfDay days) {
        this.database = database;
        this.days = days;
    }

    /**
     * In the order of time, what is past first, what has no day last; months without deals are left out.
     *
     * @param today the day they come after: that of {@code asOf}, if any
     */
    List<Part> of(LocalDate today, @Nullable AsOf asOf, CurrentUser user) {
        var responsible = DSL.field(DSL.name("d", "responsible_id"), Long.class);
        return database.resultQuery(
                        PARTS,
                        days.of(asOf, true),
                        DSL.val(today),
                        DSL.val(OverviewKey.later(today)),
                        Reach.of(user, Resource.DEAL, Action.VIEW).condition(responsible))
                .fetchInto(Part.class);
    }
}
