package io.lijevak.catalog;

import io.lijevak.properties.Where;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which products a list shows; the whole of it stands in the address of the page. */
public record ProductFilter(String term, @Nullable Long group, boolean archived, Where where) {
    public static ProductFilter of(Map<String, String> parameters) {
        var group = parameters.getOrDefault("group", "");
        return new ProductFilter(
                parameters.getOrDefault("q", "").strip(),
                group.matches("\\d{1,18}") ? Long.valueOf(group) : null,
                "true".equals(parameters.get("archived")),
                Where.of(parameters));
    }

    /** The same with other conditions on fields. */
    public ProductFilter with(Where conditions) {
        return new ProductFilter(term, group, archived, conditions);
    }

    public boolean narrows() {
        return !term.isEmpty() || archived || group != null || !where.isEmpty();
    }
}
