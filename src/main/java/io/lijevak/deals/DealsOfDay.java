package io.lijevak.deals;

import io.lijevak.platform.Companies;
import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deals of a day as a relation {@code d} with the columns of {@code deal}, for figures that other modules make. */
@Component
public class DealsOfDay {
    private final Companies companies;
    private final LateThen late;

    DealsOfDay(Companies companies, LateThen late) {
        this.companies = companies;
        this.late = late;
    }

    /** As they stood at the end of the day, of now without one; {@code open} = no more is asked than the open ones. */
    public Table<?> of(DealFilter.@Nullable AsOf asOf, boolean open) {
        return asOf == null ? DSL.table("deal d") : PastDeals.of(end(asOf).toInstant(), asOf.then(), open);
    }

    /** The visits of stages, rows {@code v}, as they are known of the day. */
    public Table<?> visits(DealFilter.@Nullable AsOf asOf) {
        return asOf != null && asOf.then()
                ? DSL.table("visits_known({0}) v", DSL.val(end(asOf)))
                : DSL.table("stage_visit v");
    }

    /** Over {@code d}: whether the deal was past the norm of its stage at the end of the day. */
    public Condition late(DealFilter.AsOf asOf) {
        return late.at(past(asOf));
    }

    /** Over {@code d}: whether it stood in a stage with a norm then; {@code entered} = and the day it came there is known. */
    public Condition normed(DealFilter.AsOf asOf, boolean entered) {
        return late.normed(past(asOf), entered);
    }

    private DealConditions.Past past(DealFilter.AsOf asOf) {
        return new DealConditions.Past(end(asOf).toInstant(), asOf.then());
    }

    private OffsetDateTime end(DealFilter.AsOf asOf) {
        return asOf.day()
                .plusDays(1)
                .atStartOfDay(companies.current().timeZone())
                .toOffsetDateTime();
    }
}
