package io.lijevak.properties;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.jsonbGetAttribute;
import static org.jooq.impl.DSL.jsonbGetAttributeAsText;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.math.BigDecimal;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The value of a property as an expression over the column {@code properties} of a record known by an alias. */
final class StoredValue {
    private StoredValue() {}

    static Field<JSONB> all(String alias) {
        return field(name(alias, "properties"), JSONB.class);
    }

    static Field<JSONB> json(String alias, String key) {
        return jsonbGetAttribute(all(alias), inline(key));
    }

    static Field<String> text(String alias, String key) {
        return jsonbGetAttributeAsText(all(alias), inline(key));
    }

    static Field<BigDecimal> number(String alias, String key) {
        return field("cast({0} as numeric)", BigDecimal.class, json(alias, key));
    }

    /** Which record a reference names. */
    static Field<Long> id(String alias, String key) {
        return field("cast({0} as bigint)", Long.class, json(alias, key));
    }

    /** Days are written so that their order is that of their letters. */
    static Field<String> day(String alias, String key) {
        return text(alias, key).collate(DSL.collation("C"));
    }

    /** A row {@code v(id)} for each id that a list has chosen. */
    static Table<Record> elements(String alias, String key) {
        var value = json(alias, key);
        return lateral(table(
                        "jsonb_array_elements_text(case jsonb_typeof({0}) when 'array' then {0} when 'number' then jsonb_build_array({0}) else '[]' end)",
                        value))
                .as("v", "id");
    }
}
