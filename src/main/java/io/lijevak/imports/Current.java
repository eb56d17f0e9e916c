package io.lijevak.imports;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored record that a row may mean: its columns and what its lists hold. */
record Current(
        long id,
        int version,
        @Nullable Long importId,
        Map<String, @Nullable Object> row,
        Map<String, Set<String>> lists) {
    /** The value of a column, or of a property. */
    @Nullable
    Object value(String column) {
        if (!column.startsWith(PropertyDraft.PREFIX)) {
            return row.get(column);
        }
        return row.get("properties") instanceof Map<?, ?> properties
                ? properties.get(column.substring(PropertyDraft.PREFIX.length()))
                : null;
    }

    String text(String column) {
        var value = value(column);
        return value == null ? "" : value.toString();
    }
}
