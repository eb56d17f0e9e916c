package io.lijevak.properties;

import java.util.List;
import java.util.Map;

/** The conditions of an address, all of which must hold. */
public record Where(List<FieldCondition> conditions) {
    public static final Where ANYTHING = new Where(List.of());

    /** So many conditions of an address are read. */
    static final int MOST = 30;

    public Where {
        conditions = List.copyOf(conditions);
    }

    public static Where of(Map<String, String> parameters) {
        return new Where(parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> FieldCondition.read(entry.getKey(), entry.getValue()).stream())
                .limit(MOST)
                .toList());
    }

    public boolean isEmpty() {
        return conditions.isEmpty();
    }
}
