package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals behind one number of a funnel: the same relation that counted them. */
@Component
class FunnelDeals implements DealSelection {
    private final ReadCells cells;
    private final FunnelWords words;

    FunnelDeals(ReadCells cells, FunnelWords words) {
        this.cells = cells;
        this.words = words;
    }

    @Override
    public String parameter() {
        return "funnel";
    }

    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        if (!user.may(Resource.FUNNEL, Action.VIEW)) {
            return DSL.falseCondition();
        }
        return cells.find(key, user)
                .flatMap(found -> cells.selection(found, user)
                        .map(selection -> of(found.cell(), dealId, selection, found.groups())))
                .orElse(DSL.falseCondition());
    }

    @Override
    public String words(String key, CurrentUser user) {
        return cells.find(key, user)
                .map(found -> words.of(found.cell(), found.groups(), cells.references(), user.language()))
                .orElse(key);
    }

    @Override
    public Optional<String> passport(String key) {
        return Optional.of(new PageLink("/funnel/passport", Map.of("cell", key)).toString());
    }

    static Condition of(FunnelCell cell, Field<Long> dealId, Selection selection, Map<Dimension, String> groups) {
        return cell.figure() == Figure.UNDATED
                ? condition(
                        "{0} in (select f.deal_id from {2} f where {1})",
                        dealId, DealConditions.undated(selection), selection.facts())
                : condition(
                        """
                        {0} in (
                          select cell.deal_id from {1} join {4} f on f.deal_id = cell.deal_id where {2} and {3})""",
                        dealId, FunnelCells.of(selection), counted(cell), within(groups, selection), selection.facts());
    }

    /** Whether the deal {@code f}, as the row {@code cell} has it, is of the groups. */
    static Condition within(Map<Dimension, String> groups, Selection selection) {
        Condition all = DSL.trueCondition();
        for (var group : groups.entrySet()) {
            var values = group.getKey().values(selection);
            all = all.and(
                    group.getValue().equals(Dimension.NONE)
                            ? condition("not exists (select from {0} g)", values)
                            : condition(
                                    "exists (select from {0} g where g.value::text = {1})",
                                    values, val(group.getValue())));
        }
        return all;
    }

    private static Condition counted(FunnelCell cell) {
        var figure = cell.figure();
        var stage = cell.stage();
        if (stage == null) {
            var whole = condition(
                    "cell.standing and cell.state = any({0})",
                    val(figure.states().toArray(new String[0])));
            return figure == Figure.TIMED ? whole.and(condition("cell.closed_at >= cell.opened_at")) : whole;
        }
        var counted = condition(
                "cell.stage_id = {0} and cell.outcome = any({1})",
                val(stage), val(figure.outcomes().toArray(new String[0])));
        return figure == Figure.TIMED ? counted.and(condition("cell.seconds is not null")) : counted;
    }
}
