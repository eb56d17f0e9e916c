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
    String text(String column) {
        var value = row.get(column);
        return value == null ? "" : value.toString();
    }
}
