package io.lijevak.funnel;

import java.util.HashMap;
import java.util.Map;

/**
 * The answer to a pivot.
 *
 * @param engine that worked it out
 * @param cells with their totals; without those that count no deal
 * @param undated deals that the rule leaves out, because the date it asks for is not known
 */
record Counts(Engine engine, Map<Group, Figures> cells, long undated) {
    Counts {
        var some = new HashMap<>(cells);
        some.values().removeIf(figures -> figures.entered().count() == 0);
        cells = Map.copyOf(some);
    }

    Figures of(Group group) {
        return cells.getOrDefault(group, Figures.NONE);
    }
}
