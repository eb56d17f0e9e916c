package io.lijevak.properties;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Properties as groups that records fall into: values of lists, yes and no, months of days, other records. */
@Component
public class PropertyGroups {
    private static final String ALIAS = "x";
    private static final int MONTH = 7;
    private static final Set<PropertyType> GROUPED = Set.of(
            PropertyType.LIST, PropertyType.MULTI_LIST, PropertyType.FLAG, PropertyType.DATE, PropertyType.REFERENCE);
    private final Properties properties;
    private final Map<RecordKind, RecordTable> tables;

    PropertyGroups(Properties properties, List<RecordTable> tables) {
        this.properties = properties;
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
    }

    /** Those by which the viewer may group records of the kind. */
    public List<Property> of(RecordKind kind, CurrentUser viewer) {
        return properties.seen(kind, viewer).stream()
                .filter(property -> GROUPED.contains(property.type()))
                .toList();
    }

    /**
     * The groups of one record as rows of one column {@code value}, each once: ids, {@code true} and {@code false}, or
     * months such as {@code 2026-11}. A record that the viewer may not see is in none.
     */
    public Table<Record> values(Property property, Field<Long> record, CurrentUser viewer) {
        var table = tables.get(property.kind());
        if (table == null) {
            throw new IllegalArgumentException("no table of " + property.kind());
        }
        return DSL.table(
                "({0})",
                property.type() == PropertyType.MULTI_LIST
                        ? many(property, table, record, viewer)
                        : one(property, table, record, viewer));
    }

    private static Select<?> one(Property property, RecordTable table, Field<Long> record, CurrentUser viewer) {
        var text = StoredValue.text(ALIAS, property.key());
        var value = property.type() == PropertyType.DATE ? left(text, inline(MONTH)) : text;
        return select(value.as("value"))
                .from(table.as(ALIAS))
                .where(RecordTable.id(ALIAS).eq(record))
                .and(table.seen(ALIAS, viewer))
                .and(text.isNotNull());
    }

    private static Select<?> many(Property property, RecordTable table, Field<Long> record, CurrentUser viewer) {
        return select(field(name("v", "id")).as("value"))
                .from(table.as(ALIAS), StoredValue.elements(ALIAS, property.key()))
                .where(RecordTable.id(ALIAS).eq(record))
                .and(table.seen(ALIAS, viewer));
    }
}
