package io.lijevak.properties;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.select;

import io.lijevak.users.CurrentUser;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The records that references name: their names, whether one may refer to them, and what a search offers. */
@Component
public class References {
    private static final String ALIAS = "r";
    private final DSLContext sql;
    private final Map<RecordKind, RecordTable> tables;

    References(DSLContext sql, List<RecordTable> tables) {
        this.sql = sql;
        this.tables = tables.stream().collect(Collectors.toMap(RecordTable::kind, Function.identity()));
    }

    /** A record and its name. */
    public record Named(long id, String name) {}

    /** Names by id of those that exist. */
    public Map<Long, String> names(RecordKind kind, Collection<Long> ids) {
        var table = tables.get(kind);
        if (ids.isEmpty() || table == null) {
            return Map.of();
        }
        var id = RecordTable.id(ALIAS);
        var name = RecordTable.column(ALIAS, table.name(), String.class);
        return sql.select(id, name)
                .from(table.as(ALIAS))
                .where(id.eq(any(ids.toArray(Long[]::new))))
                .fetchMap(id, name);
    }

    /** At most so many that the viewer may see and that what was typed finds, by name. */
    public List<Named> find(RecordKind kind, String typed, CurrentUser viewer, int limit) {
        var table = tables.get(kind);
        if (table == null) {
            return List.of();
        }
        var name = RecordTable.column(ALIAS, table.name(), String.class);
        return sql.select(RecordTable.id(ALIAS), name)
                .from(table.as(ALIAS))
                .where(table.seen(ALIAS, viewer))
                .and(table.found(ALIAS, typed))
                .orderBy(name, RecordTable.id(ALIAS))
                .limit(limit)
                .fetch(row -> new Named(row.value1(), row.value2()));
    }

    /** Whether the record exists and the viewer may see it. */
    boolean sees(RecordKind kind, long id, CurrentUser viewer) {
        var table = tables.get(kind);
        return table != null
                && sql.fetchExists(select(RecordTable.id(ALIAS))
                        .from(table.as(ALIAS))
                        .where(RecordTable.id(ALIAS).eq(id))
                        .and(table.seen(ALIAS, viewer)));
    }

    /** The address of a record's page, null when its kind has none. */
    public @Nullable String href(RecordKind kind, long id) {
        var table = tables.get(kind);
        return table == null ? null : table.href(id);
    }
}
