package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;

import io.lijevak.properties.FieldCondition;
import io.lijevak.properties.FieldConditions;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.RecordTable;
import io.lijevak.properties.Where;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The facts {@code f} of the deals that a person sees and that meet conditions on any fields. */
@Component
class SeenDeals {
    /** Relations whose columns the facts have themselves. */
    private static final List<String> NEAR = List.of("customer.", "responsible.");

    private final FieldConditions fields;

    SeenDeals(FieldConditions fields) {
        this.fields = fields;
    }

    DealReach of(Where where, CurrentUser user) {
        var reach = DealReach.of(user);
        return where.isEmpty() ? reach : new DealReach(reach.condition().and(narrowed(where, user)), reach.owners());
    }

    private Condition narrowed(Where where, CurrentUser user) {
        var near = where.conditions().stream().filter(SeenDeals::isNear).toList();
        var far = where.conditions().stream().filter(each -> !isNear(each)).toList();
        var ofFacts = fields.of(RecordKind.DEAL, "f", new Where(near), user).found();
        var rest = new Where(far, where.tree());
        if (rest.isEmpty()) {
            return ofFacts;
        }
        var deals = select(RecordTable.id("w"))
                .from(DSL.table(DSL.name("deal")).as("w"))
                .where(fields.of(RecordKind.DEAL, "w", rest, user).found());
        return ofFacts.and(field("f.deal_id", Long.class).in(deals));
    }

    private static boolean isNear(FieldCondition condition) {
        return NEAR.stream().anyMatch(condition.path()::startsWith);
    }
}
