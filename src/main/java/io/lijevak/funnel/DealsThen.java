package io.lijevak.funnel;

import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals as they stood on the past day of a question, for reports that count them by themselves. */
@Component
public class DealsThen {
    private final ShowFunnel.Moments moments;

    DealsThen(ShowFunnel.Moments moments) {
        this.moments = moments;
    }

    /** Whether the question looks at a day that is over. */
    public boolean isPast(FunnelQuery query, FunnelType type) {
        return selection(query, type).asOf() != null;
    }

    /**
     * Rows {@code f} of the deals that were known then, with {@code deal_id}, {@code type_id}, {@code responsible_id},
     * {@code source_id}, {@code customer_id}, {@code potential}, {@code opened_at}, {@code state} and {@code closed_at}.
     */
    public Table<Record> rows(FunnelQuery query, FunnelType type) {
        var selection = selection(query, type);
        return DSL.table("(select * from {0} where f.known or not f.written) f", StandingDeals.of(selection));
    }

    private Selection selection(FunnelQuery query, FunnelType type) {
        return Selection.of(
                query,
                type,
                moments.companies().current().timeZone(),
                moments.clock().instant(),
                new DealReach(DSL.trueCondition(), owner -> true));
    }
}
