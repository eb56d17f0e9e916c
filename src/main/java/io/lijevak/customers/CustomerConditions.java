package io.lijevak.customers;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;

import io.lijevak.platform.SearchTerm;
import io.lijevak.properties.FieldConditions.Both;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Turns a filter, and the reach of the viewer's right, into conditions over {@code customer c}. */
final class CustomerConditions {
    static final Field<Long> ID = field(name("c", "id"), Long.class);
    static final Field<Long> RESPONSIBLE = field(name("c", "responsible_id"), Long.class);
    static final Field<String> SEARCH = field(name("c", "search_text"), String.class);
    private static final Field<Boolean> ARCHIVED = field(name("c", "archived"), Boolean.class);

    private CustomerConditions() {}

    /** Everything that a customer of the list must meet. */
    static Condition of(CustomerFilter filter, CurrentUser viewer, Both fields) {
        var term = new SearchTerm(filter.term());
        var found = term.isShort() && !filter.term().isEmpty() ? term.begins(SEARCH) : term.on(SEARCH);
        return archived(filter).and(found).and(DSL.and(narrowing(filter, viewer, fields, false)));
    }

    /** Which half of the customers is listed: each order keeps them apart. */
    static Condition archived(CustomerFilter filter) {
        return filter.archived() ? condition(ARCHIVED) : not(condition(ARCHIVED));
    }

    /**
     * What narrows the list besides the search, nothing for a viewer of all customers without a filter: as it finds the
     * customers, or as it is asked of one customer after another on a walk.
     */
    static List<Condition> narrowing(CustomerFilter filter, CurrentUser viewer, Both fields, boolean walking) {
        var all = new ArrayList<Condition>();
        if (viewer.scope(Resource.CUSTOMER, Action.VIEW) != Scope.ALL) {
            all.add(Reach.of(viewer, Resource.CUSTOMER, Action.VIEW).condition(RESPONSIBLE));
        }
        if (filter.kind() != null) {
            all.add(field(name("c", "kind"), String.class).eq(filter.kind().name()));
        }
        if (filter.lifecycle() != null) {
            all.add(field(name("c", "lifecycle"), String.class)
                    .eq(filter.lifecycle().name()));
        }
        if (filter.source() != null) {
            all.add(field(name("c", "source_id"), Long.class).eq(filter.source()));
        }
        if (filter.responsible() != null) {
            all.add(filter.responsible() == 0 ? RESPONSIBLE.isNull() : RESPONSIBLE.eq(filter.responsible()));
        }
        if (filter.team() != null) {
            all.add(RESPONSIBLE.in(CustomerRows.members(filter.team())));
        }
        if (filter.silent() != null) {
            all.add(condition(
                    "coalesce(c.last_contact_at, c.created_at) <= now() - make_interval(days => {0})",
                    DSL.inline(filter.silent().intValue())));
        }
        if (filter.category() != null) {
            all.add(
                    walking
                            ? CustomerRows.isInCategory(filter.category())
                            : ID.in(CustomerRows.inCategory(filter.category())));
        }
        if (!filter.where().isEmpty()) {
            all.add(walking ? fields.walked() : fields.found());
        }
        return all;
    }
}
