package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Groups that the database counts together, and the levels of totals made of them: those that leave out no dimension in
 * which a deal may have several values.
 *
 * @param ofStages whether they tell stages; else each deal is counted once
 */
record Reading(List<Dimension> by, boolean ofStages, List<Pivot.Level> levels) {
    /** As few as give all levels of a pivot. */
    static List<Reading> of(Pivot pivot) {
        var readings = new ArrayList<Reading>();
        pivot.levels().stream()
                .sorted(Comparator.comparingInt(
                        (Pivot.Level level) -> -level.all().size()))
                .forEach(level -> readings.stream()
                        .filter(reading -> reading.gives(level))
                        .findFirst()
                        .orElseGet(() -> {
                            var another = new Reading(level.all(), level.ofStages(), new ArrayList<>());
                            readings.add(another);
                            return another;
                        })
                        .levels()
                        .add(level));
        return readings;
    }

    private boolean gives(Pivot.Level level) {
        return by.containsAll(level.all())
                && by.stream().allMatch(dimension -> level.all().contains(dimension) || dimension.hasOneValue());
    }

    /** Whether the cells are rows of the facts, which hold the attributes of the deal and the days to win. */
    static boolean isOfFacts(Selection selection) {
        return FunnelCells.areFacts(selection);
    }

    /** Whether deals are grouped by the way they went, which tells all their stages, instead of being looked up in each. */
    boolean isOfPaths(Pivot pivot) {
        return ofStages && isOfDeals(pivot);
    }

    /** Whether a row a deal tells all that is asked; where open deals stand, its way tells alone. */
    private boolean isOfDeals(Pivot pivot) {
        var query = pivot.selection().query();
        return isOfFacts(pivot.selection())
                && (query.rule() == PeriodRule.CLOSED || query.rule() == PeriodRule.COHORT && ofStages)
                && query.potential() == PotentialMoment.CURRENT
                && !pivot.timed()
                && !by.contains(DealDimension.ENTERED);
    }

    /** The cells with their deal {@code f}, and the values of the dimensions that are no column of either. */
    QueryPart source(Pivot pivot) {
        var selection = pivot.selection();
        var cells = isOfDeals(pivot)
                ? FunnelCells.paths(selection)
                : FunnelCells.of(selection, by.contains(DealDimension.ENTERED));
        QueryPart source = isOfFacts(selection)
                ? DSL.sql("""
                        {0} cross join lateral (
                          select cell.deal_id, cell.responsible_id, cell.source_id, cell.customer_id, cell.opened_at) f""", cells)
                : DSL.sql("cell left join {0} f on f.deal_id = cell.deal_id", selection.facts());
        for (var dimension : by) {
            source = DSL.sql("{0} {1}", source, dimension.joined(joined(dimension), selection));
        }
        return source;
    }

    private Name joined(Dimension dimension) {
        return DSL.name("g" + by.indexOf(dimension));
    }

    Name name(Dimension dimension) {
        return DSL.name("k" + by.indexOf(dimension));
    }

    QueryPart value(int place, Selection selection) {
        var dimension = by.get(place);
        return dimension.value(joined(dimension), selection);
    }

    static Field<?> tenths(Selection selection) {
        return FunnelCells.areKept(selection) ? field("cell.tenths::bigint") : field("(cell.seconds + 4320) / 8640");
    }

    static Field<?> secondsToWin(Selection selection) {
        return isOfFacts(selection)
                ? field("cell.won_seconds")
                : field("cast(floor(extract(epoch from cell.closed_at - cell.opened_at)) as bigint)");
    }

    static Field<?> tenthsToWin(Selection selection) {
        return isOfFacts(selection)
                ? field("cell.won_tenths::bigint")
                : field("({0} + 4320) / 8640", secondsToWin(selection));
    }

    /** The values with a stage in place of a way. */
    List<String> at(String stage, List<String> values) {
        var single = new ArrayList<>(values);
        single.set(by.indexOf(DealDimension.STAGE), stage);
        return single;
    }

    /** The way that stands in place of a stage. */
    String path(List<String> values) {
        return values.get(by.indexOf(DealDimension.STAGE));
    }

    /** The group of a level that these values belong to, which are in the order of {@code by}. */
    Group group(Pivot.Level level, List<String> values) {
        return new Group(of(level.rows(), values), of(level.columns(), values));
    }

    private List<String> of(List<Dimension> dimensions, List<String> values) {
        return dimensions.stream()
                .map(dimension -> values.get(by.indexOf(dimension)))
                .toList();
    }
}
