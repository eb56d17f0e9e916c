package io.lijevak.properties;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How many records have a value of a property, and how many each value of a list: counted by reading them all. */
@Component
public class PropertyUses {
    private static final String ALIAS = "r";
    private final DSLContext sql;
    private final Map<RecordKind, RecordTable> tables;

    PropertyUses(DSLContext sql, List<RecordTable> tables) {
        this.sql = sql;
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
    }

    /**
     * Numbers of records.
     *
     * @param byChoice by the id of a list's value
     */
    public record Uses(int records, Map<Long, Integer> byChoice) {
        public int of(Property.Choice choice) {
            return byChoice.getOrDefault(choice.id(), 0);
        }
    }

    public Uses of(Property property) {
        var table = tables.get(property.kind());
        if (table == null) {
            return new Uses(0, Map.of());
        }
        var value = StoredValue.json(ALIAS, property.key());
        var records = sql.fetchCount(table.as(ALIAS), value.isNotNull());
        return new Uses(records, property.type().listed() ? byChoice(table, property) : Map.of());
    }

    private Map<Long, Integer> byChoice(RecordTable table, Property property) {
        var id = field(name("v", "id"), String.class);
        return sql
                .select(id, count())
                .from(table.as(ALIAS))
                .crossJoin(StoredValue.elements(ALIAS, property.key()))
                .groupBy(id)
                .fetchMap(id, count())
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> Long.valueOf(entry.getKey()), Map.Entry::getValue));
    }
}
