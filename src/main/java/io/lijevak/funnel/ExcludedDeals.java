package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Every deal that one may see with the first condition that keeps it out of a number, null for those in it. */
final class ExcludedDeals {
    private final FunnelCell cell;
    private final Map<Dimension, String> groups;
    private final Selection selection;
    private final Map<Exclusion, Condition> passes = new LinkedHashMap<>();

    private ExcludedDeals(ReadCells.Found found, Selection selection) {
        this.cell = found.cell();
        this.groups = found.groups();
        this.selection = selection;
    }

    /** Rows {@code out.deal_id, out.why} of the deals that are seen. */
    static Table<Record> of(ReadCells.Found found, Selection selection, DealReach seen) {
        var out = new ExcludedDeals(found, selection);
        if (!found.cell().query().filter().where().isEmpty()) {
            out.passes.put(Exclusion.FIELDS, selection.reach().condition());
        }
        out.conditions();
        return DSL.table(
                "(select f.deal_id, {0} as why from {1} where {2}) out",
                out.why(), StandingDeals.of(selection), seen.condition());
    }

    private Field<String> why() {
        Field<String> why = inline((String) null);
        for (var passed : passes.entrySet().stream()
                .sorted(Map.Entry.<Exclusion, Condition>comparingByKey().reversed())
                .toList()) {
            why = DSL.when(
                            not(condition("coalesce({0}, false)", passed.getValue())),
                            inline(passed.getKey().name()))
                    .otherwise(why);
        }
        return why;
    }

    private void conditions() {
        var query = cell.query();
        var filter = query.filter();
        passes.put(
                Exclusion.TYPE,
                condition("f.type_id = {0}", val(selection.type().id())));
        filtered(Exclusion.OWNER, new FunnelFilter(filter.owner(), null, null, null, null));
        filtered(Exclusion.TEAM, new FunnelFilter(null, filter.team(), null, null, null));
        filtered(Exclusion.SOURCE, new FunnelFilter(null, null, filter.source(), null, null));
        filtered(Exclusion.CATEGORY, new FunnelFilter(null, null, null, filter.category(), null));
        filtered(Exclusion.PRODUCT_GROUP, new FunnelFilter(null, null, null, null, filter.productGroup()));
        if (cell.figure() == Figure.UNDATED) {
            passes.put(Exclusion.DATED, counted(cell.figure()));
            return;
        }
        byDates(query);
        var any = condition("f.deal_id in (select cell.deal_id from {0})", FunnelCells.of(selection));
        passes.put(query.rule() == PeriodRule.OVERLAP ? Exclusion.NOT_IN_PERIOD : Exclusion.NO_STAGE, any);
        if (cell.stage() != null) {
            passes.put(
                    Exclusion.OTHER_STAGE,
                    condition(
                            "f.deal_id in (select cell.deal_id from {0} where cell.stage_id = {1})",
                            FunnelCells.of(selection), val(cell.stage())));
        }
        if (!groups.isEmpty()) {
            passes.put(Exclusion.OTHER_GROUP, counted(Figure.ENTERED));
        }
        var untimed = cell.figure() == Figure.TIMED;
        var whole = cell.stage() == null ? Figure.WON : Figure.ENTERED;
        passes.put(Exclusion.OTHER_OUTCOME, counted(untimed ? whole : cell.figure()));
        if (untimed) {
            passes.put(Exclusion.NO_DAYS, counted(cell.figure()));
        }
    }

    private Condition counted(Figure figure) {
        return FunnelDeals.of(
                new FunnelCell(cell.query(), cell.stage(), figure), field("f.deal_id", Long.class), selection, groups);
    }

    private void filtered(Exclusion why, FunnelFilter only) {
        if (!only.equals(FunnelFilter.NONE)) {
            passes.put(why, DealConditions.of(only, trueCondition()));
        }
    }

    private void byDates(FunnelQuery query) {
        passes.put(
                Exclusion.NOT_YET,
                selection.type().process()
                        ? condition("f.known or not f.written")
                        : condition("f.known_at < {0}", FunnelCells.asOf(selection)));
        if (query.counting() == Counting.PROVEN) {
            passes.put(Exclusion.NOT_OPEN, condition("f.state_now = 'OPEN'"));
            return;
        }
        var written = selection.type().process() ? "not f.written or " : "";
        if (query.view() == FunnelView.ACTIVE || query.rule() == PeriodRule.SNAPSHOT) {
            passes.put(Exclusion.NOT_OPEN, condition(written + "f.state = 'OPEN'"));
        }
        switch (query.rule()) {
            case COHORT -> {
                passes.put(Exclusion.OPENED_UNKNOWN, condition(written + "f.opened_at is not null"));
                passes.put(Exclusion.OPENED_OUTSIDE, within(written, "f.opened_at"));
            }
            case CLOSED -> {
                passes.put(Exclusion.STILL_OPEN, condition(written + "f.state <> 'OPEN'"));
                passes.put(Exclusion.CLOSED_UNKNOWN, condition(written + "f.closed_at is not null"));
                passes.put(Exclusion.CLOSED_OUTSIDE, within(written, "f.closed_at"));
            }
            case OVERLAP, SNAPSHOT -> {}
        }
    }

    private Condition within(String written, String column) {
        return condition(
                written + "(" + column + " >= {0} and " + column + " < {1})",
                DealConditions.at(selection.from()),
                DealConditions.at(selection.until()));
    }
}
