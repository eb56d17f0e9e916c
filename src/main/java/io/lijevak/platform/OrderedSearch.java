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
     * @param narrowing the condition as it finds its rows
     * @param asked the same as it is asked of one row after another
     */
    public Select<Record1<Long>> page(Condition narrowing, Condition asked, Condition beyond, int limit) {
        var few = gathered("few", within.and(narrowing), GATHERED + 1);
        var areFew = counted(few).le(GATHERED);
        var walked = walked(areFew.not().and(asked), beyond, limit);
        var fills = counted(walked).ge(limit);
        var all = gathered(
                "every",
                areFew.not().and(fills.not()).and(within).and(narrowing).and(beyond),
                Integer.MAX_VALUE);
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

    private CommonTableExpression<Record> gathered(String name, Condition condition, int limit) {
        var matches = select(columns()).from(source()).where(condition);
        return name(name).asMaterialized(limit == Integer.MAX_VALUE ? matches : matches.limit(limit));
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
