package io.lijevak.interactions;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import org.jooq.Condition;
import org.jooq.Field;

/**
 * Which interactions a viewer may see, as a condition over {@code interaction i}, its {@code customer c} and {@code deal
 * d}; the same as {@link Interaction#isSeenBy}.
 */
final class InteractionReach {
    private static final Field<Long> ID = column("i", "id");
    private static final Field<Long> RESPONSIBLE = column("i", "responsible_id");
    private static final Field<Long> CUSTOMER = column("i", "customer_id");
    private static final Field<Long> DEAL = column("i", "deal_id");
    private static final Field<Long> CUSTOMER_OWNER = column("c", "responsible_id");
    private static final Field<Long> DEAL_OWNER = column("d", "responsible_id");

    private InteractionReach() {}

    static Condition of(CurrentUser viewer, Action action) {
        var own = Reach.of(viewer, Resource.INTERACTION, action);
        return switch (viewer.scope(Resource.INTERACTION, action)) {
            case NONE -> falseCondition();
            case ALL -> about(viewer);
            case OWN, TEAM ->
                own.condition(RESPONSIBLE)
                        .or(CUSTOMER.isNotNull().and(own.condition(CUSTOMER_OWNER)))
                        .or(DEAL.isNotNull().and(own.condition(DEAL_OWNER)))
                        .or(tookPart(viewer.id()))
                        .and(about(viewer));
        };
    }

    /** Those that a person answers for or took part in. */
    static Condition with(long person) {
        return RESPONSIBLE.eq(person).or(tookPart(person));
    }

    private static Condition about(CurrentUser viewer) {
        return seen(CUSTOMER, CUSTOMER_OWNER, viewer, Resource.CUSTOMER)
                .and(seen(DEAL, DEAL_OWNER, viewer, Resource.DEAL));
    }

    private static Condition seen(Field<Long> record, Field<Long> owner, CurrentUser viewer, Resource resource) {
        return viewer.scope(resource, Action.VIEW) == Scope.ALL
                ? trueCondition()
                : record.isNull().or(Reach.of(viewer, resource, Action.VIEW).condition(owner));
    }

    private static Condition tookPart(long person) {
        return exists(selectOne()
                .from(table(name("interaction_person")).as("m"))
                .where(column("m", "interaction_id").eq(ID))
                .and(column("m", "person_id").eq(person)));
    }

    private static Field<Long> column(String table, String column) {
        return field(name(table, column), Long.class);
    }
}
