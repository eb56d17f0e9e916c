package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Adds to the cells of a pivot how many events their deals have: each event of a deal once in every cell of the deal. */
@Component
class CountEvents {
    /** Parts the values of a group; none of them has it. */
    private static final String SEPARATOR = "\u001f";

    private final DSLContext sql;

    CountEvents(DSLContext sql) {
        this.sql = sql;
    }

    /** The same cells with the events that measures count; those that are not known of a past moment are left out. */
    Counts with(List<Indicator> measures, Pivot pivot, Counts counts) {
        var asked = measures.stream()
                .filter(EventMeasure.class::isInstance)
                .map(EventMeasure.class::cast)
                .filter(measure -> measure.kind().ofPast() || pivot.selection().asOf() == null)
                .toList();
        if (asked.isEmpty()) {
            return counts;
        }
        var events = events(asked, pivot);
        var cells = new HashMap<Group, Figures>();
        counts.cells().forEach((group, figures) -> {
            var all = new LinkedHashMap<String, Long>();
            var found = events.getOrDefault(group, Map.of());
            asked.forEach(measure -> all.put(measure.key(), found.getOrDefault(measure.key(), 0L)));
            cells.put(group, figures.with(all));
        });
        return new Counts(counts.engine(), cells, counts.undated());
    }

    private Map<Group, Map<String, Long>> events(List<EventMeasure> asked, Pivot pivot) {
        // Stages one by one: a way of a deal tells none of its events.
        var with = pivot.selection().only(DSL.condition("f.deal_id in (select h.deal_id from happened h)"));
        var single = new Pivot(with, pivot.rows(), pivot.columns(), pivot.known(), true);
        var readings = Reading.of(single);
        var events = new HashMap<Group, Map<String, Long>>();
        for (var row : sql.fetch(statement(asked, single, readings))) {
            var reading = readings.get(row.get("reading", Integer.class));
            var text = row.get("keys", String.class);
            var keys = reading.by().isEmpty() ? List.<String>of() : List.of(text.split(SEPARATOR, -1));
            var stages = row.get("told", Boolean.class);
            var once = row.get("standing", Boolean.class);
            for (var level : reading.levels()) {
                if (!(level.ofStages() ? stages : once)) {
                    continue;
                }
                events.computeIfAbsent(reading.group(level, keys), group -> new HashMap<>())
                        .merge(row.get("kind", String.class), row.get("events", Long.class), Long::sum);
            }
        }
        return events;
    }

    private static SQL statement(List<EventMeasure> asked, Pivot pivot, List<Reading> readings) {
        var selection = pivot.selection();
        var parts = DSL.sql("");
        for (var i = 0; i < readings.size(); i++) {
            var counted = counted(i, readings.get(i), pivot);
            parts = i == 0 ? counted : DSL.sql("{0} union all {1}", parts, counted);
        }
        var cells = Reading.isOfFacts(selection)
                ? DSL.sql("")
                : DSL.sql(
                        ", cell as materialized (select * from {0})",
                        FunnelCells.of(selection, pivot.levels().getLast().all().contains(DealDimension.ENTERED)));
        return DSL.sql("with happened as materialized ({0}){1} {2}", happened(asked, selection), cells, parts);
    }

    /** How many of each kind every deal has, up to the moment. */
    private static SQL happened(List<EventMeasure> asked, Selection selection) {
        var past = selection.asOf();
        var parts = DSL.sql("");
        for (var i = 0; i < asked.size(); i++) {
            var measure = asked.get(i);
            var one = DSL.sql(
                    "select e.deal_id, {0} as kind, count(*) as events from {1} e where {2} group by e.deal_id",
                    inline(measure.key()),
                    measure.kind().rows(),
                    past == null ? DSL.noCondition() : DSL.condition("e.at < {0}", DealConditions.at(past)));
            parts = i == 0 ? one : DSL.sql("{0} union all {1}", parts, one);
        }
        return parts;
    }

    private static SQL counted(int number, Reading reading, Pivot pivot) {
        var selection = pivot.selection();
        QueryPart texts = inline("");
        for (var i = 0; i < reading.by().size(); i++) {
            var name = reading.name(reading.by().get(i));
            var text = DSL.sql("coalesce({0}, '')", reading.by().get(i).text(name, selection));
            texts = i == 0 ? text : DSL.sql("{0} || {1} || {2}", texts, inline(SEPARATOR), text);
        }
        var keys = DSL.sql("");
        for (var i = 0; i < reading.by().size(); i++) {
            keys = DSL.sql(
                    "{0}{1} as {2}, ",
                    keys, reading.value(i, selection), reading.name(reading.by().get(i)));
        }
        return DSL.sql(
                """
                select {0} as reading, {1} as keys, kind, told, standing, sum(events)::bigint as events
                from (
                  select {2} happened.kind, happened.events, cell.outcome is not null as told, cell.standing
                  from {3} join happened on happened.deal_id = cell.deal_id where {4}) counted
                group by 2, 3, 4, 5""",
                inline(number),
                texts,
                keys,
                reading.source(pivot),
                reading.ofStages() ? field("cell.outcome is not null or cell.standing") : field("cell.standing"));
    }
}
