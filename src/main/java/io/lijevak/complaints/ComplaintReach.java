package io.lijevak.complaints;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import org.jooq.Condition;
import org.jooq.Field;

/** Which complaints a viewer may see, as a condition over {@code complaint k} and its customer {@code c}. */
final class ComplaintReach {
    private static final Field<Long> RESPONSIBLE = field(name("k", "responsible_id"), Long.class);
    private static final Field<Long> CUSTOMER_OWNER = field(name("c", "responsible_id"), Long.class);

    private ComplaintReach() {}

    /** The same for SQL in text blocks. */
    static String sql(CurrentUser viewer, Action action) {
        var reach = Reach.of(viewer, Resource.COMPLAINT, action);
        return "(" + reach.sql("k.responsible_id") + " or " + reach.sql("c.responsible_id") + ")";
    }

    /** The same as {@link Complaint#isSeenBy}. */
    static Condition of(CurrentUser viewer, Action action) {
        var reach = Reach.of(viewer, Resource.COMPLAINT, action);
        return reach.condition(RESPONSIBLE).or(reach.condition(CUSTOMER_OWNER));
    }
}
