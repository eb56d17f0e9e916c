package io.lijevak.customers;

import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jooq.Record1;
import org.jooq.Select;

/** Port: what the open deals of customers are worth, of those deals that the viewer may see. */
public interface CustomerWorth {
    /** How many deals are open, and their potential in the management currency; unknown amounts count as deals only. */
    record OpenDeals(long count, BigDecimal potential) {
        public static final OpenDeals NONE = new OpenDeals(0, BigDecimal.ZERO);
    }

    /** Of all the customers whose ids the query gives. */
    OpenDeals of(Select<Record1<Long>> customers, CurrentUser viewer);

    /** Of each of a few customers, by id; those without open deals are left out. */
    Map<Long, OpenDeals> ofEach(Collection<Long> customers, CurrentUser viewer);
}
