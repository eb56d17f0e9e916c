package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Conditions over the attributes of a deal, as columns of the row {@code f}. */
final class DealConditions {
    private DealConditions() {}

    /** Type, reach and filter. */
    static Condition of(Selection selection) {
        return condition("f.type_id = {0}", val(selection.type().id()))
                .and(of(selection.query().filter(), selection.reach().condition()));
    }

    static Condition of(FunnelFilter filter, Condition reach) {
        var all = reach;
        if (filter.owner() != null) {
            all = all.and(condition("f.responsible_id = {0}", val(filter.owner())));
        }
        if (filter.team() != null) {
            all = all.and(condition(
                    "f.responsible_id in (select p.id from person p where p.team_id = {0})", val(filter.team())));
        }
        if (filter.source() != null) {
            all = all.and(condition("f.source_id = {0}", val(filter.source())));
        }
        if (filter.category() != null) {
            all = all.and(condition(
                    "f.customer_id in (select c.customer_id from customer_in_category c where c.category_id = {0})",
                    val(filter.category())));
        }
        if (filter.productGroup() != null) {
            all = all.and(condition("""
                    f.deal_id in (
                      select l.deal_id from deal_line l join product p on p.id = l.product_id where p.group_id = {0})""", val(filter.productGroup())));
        }
        return all;
    }

    /** The rule, as far as it asks for dates and state of the deal now. */
    static Condition rule(Selection selection) {
        var active = selection.query().view() == FunnelView.ACTIVE ? condition("f.state = 'OPEN'") : DSL.noCondition();
        return switch (selection.query().rule()) {
            case COHORT -> within("f.opened_at", selection).and(active);
            case CLOSED -> within("f.closed_at", selection).and(condition("f.state <> 'OPEN'"));
            case SNAPSHOT -> condition("f.state = 'OPEN'");
            case OVERLAP -> active;
        };
    }

    /** The deals that the rule cannot place, because the date it asks for is not known. */
    static Condition undated(Selection selection) {
        var deals = of(selection);
        return switch (selection.query().rule()) {
            case COHORT -> deals.and(condition("f.opened_at is null"));
            case CLOSED -> deals.and(condition("f.state <> 'OPEN' and f.closed_at is null"));
            case OVERLAP, SNAPSHOT -> DSL.falseCondition();
        };
    }

    static Condition within(String column, Selection selection) {
        return condition(column + " >= {0} and " + column + " < {1}", at(selection.from()), at(selection.until()));
    }

    static Field<?> at(Instant instant) {
        return val(instant.atOffset(ZoneOffset.UTC));
    }
}
