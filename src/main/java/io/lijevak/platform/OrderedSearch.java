package io.lijevak.platform;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.with;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * Finds the ids of a page in an order that an index keeps, with bounded work whatever narrows the rows (ADR 0015).
 *
 * @param rows the table, known as {@code alias}
 * @param within what the index itself can tell apart
 * @param keys the columns that the order looks at
 */
public record OrderedSearch(
        String rows, String alias, Condition within, List<Field<?>> keys, List<? extends OrderField<?>> order) {
    /** So many matches are gathered and sorted before the order is walked. */
    public static final int GATHERED = 1_000;

    /** So many rows of the order are looked at before all matches are gathered. */
    public static final int WALKED = 5_000;

    /** The rows beyond a place, which nothing narrows: the index alone gives them. */
    public Select<Record1<Long>> page(Condition beyond, int limit) {
        return select(id())
                .from(source())
                .where(within.and(beyond))
                .orderBy(order)
                .limit(limit);
    }

    /**
     * The rows beyond a place that also meet a condition. Few matches are gathered and sorted. Many stand close
     * together, so a bounded walk along the order fills the page. Where it does not, because the matches stand far off,
     * all of them are gathered: the planner would walk on.
     *
     * @param ways the condition as it finds its rows: those that meet any of them, each way by an index of its own
     * @param asked the same as it is asked of one row after another
     */
    public Select<Record1<Long>> page(List<Condition> ways, Condition asked, Condition beyond, int limit) {
        var few = gathered("few", ways, within, GATHERED + 1);
        var areFew = counted(few).le(GATHERED);
        var walked = walked(areFew.not().and(asked), beyond, limit);
        var fills = counted(walked).ge(limit);
        var neither = areFew.not().and(fills.not());
        var all = gathered("every", ways, neither.and(within).and(beyond), Integer.MAX_VALUE);
        var found = field(name("found", "id"), Long.class);
        return with(few)
                .with(walked)
                .with(all)
                .select(found)
                .from(sorted("few", areFew.and(beyond), limit)
                        .unionAll(sorted("walked", fills, limit))
                        .unionAll(sorted("every", noCondition(), limit))
                        .asTable("found"))
                .orderBy(field(name("found", "place")));
    }

    private CommonTableExpression<Record> gathered(String name, List<Condition> ways, Condition always, int limit) {
        return name(name)
                .asMaterialized(ways.stream()
                        .map(way -> matches(always.and(way), limit))
                        .reduce(Select::union)
                        .orElseThrow());
    }

    private Select<Record> matches(Condition condition, int limit) {
        var matches = select(columns()).from(source()).where(condition);
        return limit == Integer.MAX_VALUE ? matches : matches.limit(limit);
    }

    private CommonTableExpression<Record> walked(Condition condition, Condition beyond, int limit) {
        var steps = select(DSL.asterisk())
                .from(source())
                .where(within.and(beyond))
                .orderBy(order)
                .limit(WALKED);
        return name("walked")
                .asMaterialized(select(columns())
                        .from(steps.asTable(alias))
                        .where(condition)
                        .limit(limit));
    }

    private Select<Record2<Long, Integer>> sorted(String gathered, Condition condition, int limit) {
        var place = rowNumber().over(orderBy(order)).as("place");
        var best = select(id().as("id"), place)
                .from(table(name(gathered)).as(alias))
                .where(condition)
                .orderBy(order)
                .limit(limit);
        return select(field(name("best", "id"), Long.class), field(name("best", "place"), Integer.class))
                .from(best.asTable("best"));
    }

    private static Field<Integer> counted(CommonTableExpression<?> gathered) {
        return field(selectCount().from(gathered));
    }

    private Table<Record> source() {
        return table(name(rows)).as(alias);
    }

    private List<Field<?>> columns() {
        return Stream.concat(Stream.of(id()), keys.stream()).toList();
    }

    private Field<Long> id() {
        return field(name(alias, "id"), Long.class);
    }
}
