package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Counts in one statement over facts or ledger: it can answer everything, of any past moment. The database groups by all
 * that is asked at once, by what became of the deals, and by tenths of a day where durations are asked for; totals and
 * medians are made of these groups.
 */
@Component
class CountInDatabase implements CountsDeals {
    /** Parts the values of a group; none of them has it. */
    private static final String SEPARATOR = "\u001f";

    private final DSLContext sql;

    CountInDatabase(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Counts> count(Pivot pivot) {
        var readings = Reading.of(pivot);
        var cells = new HashMap<Group, CountedCell>();
        var undated = 0L;
        for (var row : sql.fetch(statement(pivot, readings))) {
            var number = (Integer) row.get("reading");
            if (number < 0) {
                undated = (Long) row.get("deals");
            } else {
                add(row, readings.get(number), pivot, cells);
            }
        }
        var levels = pivot.levels();
        var figures = cells.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        cell -> cell.getValue().figures(pivot.expects(level(levels, cell.getKey()), cell.getKey()))));
        return Optional.of(new Counts(Engine.DATABASE, figures, undated));
    }

    private static Pivot.Level level(List<Pivot.Level> levels, Group group) {
        return levels.stream()
                .filter(level -> level.rows().size() == group.rows().size()
                        && level.columns().size() == group.columns().size())
                .findFirst()
                .orElseThrow();
    }

    private static SQL statement(Pivot pivot, List<Reading> readings) {
        var selection = pivot.selection();
        var parts = DSL.sql("""
                select -1 as reading, null as keys, null::bigint as stands, null as outcome, null as state, null::bigint as tenths,
                  count(*) as deals, null::numeric as amount, null::bigint as known, null::numeric as seconds
                from {1} f where {0}""", DealConditions.undated(selection), selection.facts());
        for (var i = 0; i < readings.size(); i++) {
            var reading = readings.get(i);
            parts = DSL.sql("{0} union all {1}", parts, counted(i, reading, pivot));
            if (pivot.timed()) {
                parts = DSL.sql("{0} union all {1}", parts, won(i, reading, pivot));
            }
        }
        return Reading.isOfFacts(selection)
                ? parts
                : DSL.sql(
                        """
                        with cell as materialized (
                          select deal_id, stage_id, outcome, state, standing, amount, seconds, opened_at, closed_at, entered_at
                          from {0})
                        {1}
                        """,
                        FunnelCells.of(selection, pivot.levels().getLast().all().contains(DealDimension.ENTERED)),
                        parts);
    }

    /** The cells of a reading by what became of the deals, and how long they stayed; {@code state} where a deal stands. */
    private static SQL counted(int number, Reading reading, Pivot pivot) {
        var rule = pivot.selection().query().rule();
        var isTimed = pivot.timed() && reading.ofStages();
        return grouped(
                number,
                reading,
                pivot,
                List.of(
                        rule == PeriodRule.CLOSED || reading.isOfPaths(pivot)
                                ? field("null::bigint")
                                : field("case when cell.outcome = 'OPEN' then cell.stage_id end"),
                        field(reading.ofStages() ? "cell.outcome" : "null::text"),
                        field(reading.ofStages() ? "case when cell.standing then cell.state end" : "cell.state"),
                        isTimed ? Reading.tenths(pivot.selection()) : field("null::bigint"),
                        DSL.sql(
                                "count(*) as deals, sum(cell.amount) as amount, count(cell.amount) as known, {0} as seconds",
                                isTimed ? field("sum(cell.seconds)") : field("null::numeric")),
                        reading.ofStages() ? DSL.noCondition() : DSL.condition("cell.standing")));
    }

    /** The won deals of a reading by the time from opening to closing: nothing is said of what became of them. */
    private static SQL won(int number, Reading reading, Pivot pivot) {
        var seconds = Reading.secondsToWin(pivot.selection());
        return grouped(
                number,
                reading,
                pivot,
                List.of(
                        field("null::bigint"),
                        field("null::text"),
                        field("null::text"),
                        Reading.tenthsToWin(pivot.selection()),
                        DSL.sql(
                                "count(*) as deals, null::numeric as amount, null::bigint as known, sum({0}) as seconds",
                                seconds),
                        DSL.condition("cell.standing and cell.state = 'WON' and cell.closed_at >= cell.opened_at")));
    }

    /** {@code what}: four more things to group by, the sums, and which cells. */
    private static SQL grouped(int number, Reading reading, Pivot pivot, List<? extends QueryPart> what) {
        var names = reading.by().stream().map(reading::name).toList();
        var keys = DSL.sql("");
        for (var i = 0; i < names.size(); i++) {
            keys = DSL.sql("{0}{1} as {2}, ", keys, reading.value(i, pivot.selection()), names.get(i));
        }
        var texts = DSL.sql("''");
        for (var i = 0; i < names.size(); i++) {
            var text = reading.by().get(i).text(names.get(i), pivot.selection());
            texts = i == 0
                    ? DSL.sql("coalesce({0}, '')", text)
                    : DSL.sql("{0} || {1} || coalesce({2}, '')", texts, inline(SEPARATOR), text);
        }
        return DSL.sql(
                """
                select {0}, {1}, stands, outcome, state, tenths, deals, amount, known, seconds
                from (
                  select {2} {3} as stands, {4} as outcome, {5} as state, {6} as tenths, {7}
                  from {8} where {9} group by {10}) counted""",
                inline(number),
                texts,
                keys,
                what.get(0),
                what.get(1),
                what.get(2),
                what.get(3),
                what.get(4),
                reading.source(pivot),
                what.get(5),
                DSL.sql(ordinals(names.size() + 4)));
    }

    private static String ordinals(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }

    private static void add(Record row, Reading reading, Pivot pivot, Map<Group, CountedCell> cells) {
        var text = (String) Objects.requireNonNull(row.get("keys"));
        var keys = reading.by().isEmpty() ? List.<String>of() : List.of(text.split(SEPARATOR, -1));
        var counted = CountedRow.of(row);
        if (reading.isOfPaths(pivot)) {
            counted.stages(reading.path(keys))
                    .forEach((stage, one) -> add(one, reading, reading.at(stage, keys), pivot, cells));
        } else {
            add(counted, reading, keys, pivot, cells);
        }
    }

    private static void add(
            CountedRow row, Reading reading, List<String> keys, Pivot pivot, Map<Group, CountedCell> cells) {
        for (var level : reading.levels()) {
            cells.computeIfAbsent(reading.group(level, keys), group -> new CountedCell())
                    .add(row, level.ofStages(), pivot.selection().type());
        }
    }
}
