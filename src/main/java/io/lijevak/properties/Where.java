package io.lijevak.properties;

import io.lijevak.platform.InvalidInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The conditions of an address, all of which must hold.
 *
 * @param tree what the parameter {@code where} says, a {@link ConditionTree} or what cannot be read as one; empty without
 */
public record Where(List<FieldCondition> conditions, String tree) {
    public static final Where ANYTHING = new Where(List.of());

    /** So many conditions of an address are read beside those of the tree. */
    static final int MOST = 30;

    public Where {
        conditions = List.copyOf(conditions);
    }

    public Where(List<FieldCondition> conditions) {
        this(conditions, "");
    }

    public static Where of(Map<String, String> parameters) {
        var conditions = parameters.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> FieldCondition.read(entry.getKey(), entry.getValue()).stream())
                .limit(MOST)
                .toList();
        return new Where(
                conditions, parameters.getOrDefault(ConditionTree.PARAMETER, "").strip());
    }

    public boolean isEmpty() {
        return conditions.isEmpty() && tree.isEmpty();
    }

    /** The parameters of an address that say the same. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        conditions.forEach(each -> parameters.put(each.parameter(), each.written()));
        if (!tree.isEmpty()) {
            parameters.put(ConditionTree.PARAMETER, tree);
        }
        return parameters;
    }

    /** The conditions with those of the tree; one that cannot be read has none. */
    public List<FieldCondition> all() {
        var all = new ArrayList<>(conditions);
        try {
            all.addAll(ConditionTree.read(tree).conditions());
        } catch (InvalidInput unreadable) {
            return conditions;
        }
        return all;
    }
}
