package io.lijevak.properties;

import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Port: how a kind of record is stored, declared as a bean by the module that owns its table. The registry composes every
 * condition of these declarations, so nothing of an address becomes SQL.
 */
public interface RecordTable {
    RecordKind kind();

    /** The table's name. */
    String table();

    /** The column of the record's name. */
    String name();

    /** Which records the viewer may see. */
    Condition seen(String alias, CurrentUser viewer);

    /** Which records what was typed finds. */
    Condition found(String alias, String typed);

    /** The address of a record's page, null when it has none. */
    @Nullable
    String href(long id);

    /** The fields of its own that lists may be narrowed by. */
    List<OwnField> fields();

    /** The records it leads to. */
    List<Relation> relations();

    /** The column that holds the record above this one in a hierarchy of the kind, null when there is none. */
    default @Nullable String above() {
        return null;
    }

    /** The columns that its lists keep apart before they order. */
    default List<String> orderedWithin() {
        return List.of();
    }

    default Table<Record> as(String alias) {
        return DSL.table(DSL.name(table())).as(alias);
    }

    static Field<Long> id(String alias) {
        return column(alias, "id", Long.class);
    }

    static <T> Field<T> column(String alias, String column, Class<T> type) {
        return DSL.field(DSL.name(alias, column), type);
    }
}
