package io.lijevak.funnel;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealSelection;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The deals behind one number of a funnel: the same relation that counted them. */
@Component
class FunnelDeals implements DealSelection {
    private final ShowFunnel funnels;
    private final FunnelWords words;
    private final Dimensions dimensions;
    private final ShowFunnel.Moments moments;

    FunnelDeals(ShowFunnel funnels, FunnelWords words, Dimensions dimensions, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.dimensions = dimensions;
        this.words = words;
        this.moments = moments;
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
        var zone = moments.companies().current().timeZone();
        return read(key, user)
                .flatMap(cell -> type(cell)
                        .map(type -> of(
                                cell,
                                dealId,
                                Selection.of(
                                        cell.query(),
                                        type,
                                        zone,
                                        moments.clock().instant(),
                                        moments.seen().of(cell.query().filter().where(), user)),
                                groups(cell, user))))
                .orElse(DSL.falseCondition());
    }

    @Override
    public String words(String key, CurrentUser user) {
        return read(key, user)
                .map(cell -> words.of(cell, groups(cell, user), funnels.references(), user.language()))
                .orElse(key);
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

    private Optional<FunnelCell> read(String key, CurrentUser user) {
        try {
            return Optional.of(FunnelCell.read(
                            key,
                            funnels.references(),
                            moments.companies().current().today(moments.clock())))
                    .filter(cell -> cell.groups().keySet().stream()
                            .allMatch(group -> dimensions.find(group, user).isPresent()));
        } catch (InvalidInput unreadable) {
            return Optional.empty();
        }
    }

    private Optional<FunnelType> type(FunnelCell cell) {
        var asked = cell.query().dealType();
        return asked == null ? Optional.empty() : funnels.references().type(asked);
    }

    /** The dimensions of the cell's groups. */
    private Map<Dimension, String> groups(FunnelCell cell, CurrentUser user) {
        return cell.groups().entrySet().stream()
                .collect(Collectors.toMap(
                        group -> dimensions.find(group.getKey(), user).orElseThrow(), Map.Entry::getValue));
    }

    private static Condition within(Map<Dimension, String> groups, Selection selection) {
        var all = DSL.noCondition();
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
