package io.lijevak.funnel;

import static org.jooq.impl.DSL.table;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * What the customer of a deal was to the company when the deal was opened, by the deals won with it before: how
 * permanent, and how big. A deal without a customer, or whose opening is not known, has none.
 */
public enum CustomerDimension implements Dimension {
    /** {@code new} without a won deal, {@code returning} with one or two, {@code regular} with more. */
    CUSTOMER_PERMANENCE(List.of("new", "returning", "regular"), """
            (select case count(*) when 0 then 'new' when 1 then 'returning' when 2 then 'returning' else 'regular' end as value
             from deal_fact w
             where w.customer_id = f.customer_id and w.state = 'WON' and w.closed_at < f.opened_at
             having f.customer_id is not null and f.opened_at is not null)""") {
        @Override
        public QueryPart joined(Name name, Selection selection) {
            return DSL.sql(WINS, name);
        }

        @Override
        public Field<?> value(Name wins, Selection selection) {
            return DSL.field(BY_WINS, wins);
        }
    },

    /** The digits that the amount won in the two years before has before the point, in the company's currency. */
    CUSTOMER_SIZE(List.of("none", "hundreds", "thousands", "ten-thousands", "hundred-thousands"), """
            (select case when coalesce(sum(w.potential), 0) = 0 then 'none' when sum(w.potential) < 1000 then 'hundreds'
               when sum(w.potential) < 10000 then 'thousands' when sum(w.potential) < 100000 then 'ten-thousands'
               else 'hundred-thousands' end as value
             from deal_fact w
             where w.customer_id = f.customer_id and w.state = 'WON' and w.closed_at < f.opened_at
               and w.closed_at >= f.opened_at - interval '2 years'
             having f.customer_id is not null and f.opened_at is not null)""");

    /** The first and the third time that a deal with each customer was won: read once, not looked up deal by deal. */
    private static final String WINS = """
            left join (
              select w.customer_id, min(w.closed_at) as first, (array_agg(w.closed_at order by w.closed_at))[3] as third
              from deal_fact w where w.state = 'WON' and w.closed_at is not null
              group by w.customer_id) {0} on {0}.customer_id = f.customer_id""";

    private static final String BY_WINS = """
            case when f.customer_id is null or f.opened_at is null then null when {0}.third < f.opened_at then 'regular'
              when {0}.first < f.opened_at then 'returning' else 'new' end""";

    private final List<String> order;
    private final String values;

    CustomerDimension(List<String> order, String values) {
        this.order = order;
        this.values = values;
    }

    @Override
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String name(GroupWords words) {
        return words.text("funnel.by." + key());
    }

    @Override
    public boolean ofStages() {
        return false;
    }

    @Override
    public Table<Record> values(Selection selection) {
        return table(values);
    }

    @Override
    public boolean hasOneValue() {
        return true;
    }

    @Override
    public Comparator<String> order(FunnelReferences known, FunnelType type) {
        return Comparator.comparingInt(order::indexOf);
    }

    @Override
    public String label(String value, FunnelReferences known, GroupWords words) {
        return words.text("funnel.by." + key() + "." + (value.equals(NONE) ? "unknown" : value));
    }
}
