package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.List;

/**
 * Which deals are counted and how they are grouped: an outer grouping comes before the ones in it, and each has its
 * subtotals.
 *
 * @param timed whether durations are asked for
 */
record Pivot(
        Selection selection, List<Dimension> rows, List<Dimension> columns, FunnelReferences known, boolean timed) {
    Pivot {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }

    /** A level of totals: the groupings that are not summed over, the first ones of each side. */
    record Level(List<Dimension> rows, List<Dimension> columns) {
        List<Dimension> all() {
            var all = new ArrayList<>(rows);
            all.addAll(columns);
            return all;
        }

        /** Whether a deal counts in each stage it entered, by what became of it there. */
        boolean ofStages() {
            return all().stream().anyMatch(Dimension::ofStages);
        }
    }

    /** From the whole to the single cells. */
    List<Level> levels() {
        var levels = new ArrayList<Level>();
        for (var row = 0; row <= rows.size(); row++) {
            for (var column = 0; column <= columns.size(); column++) {
                levels.add(new Level(rows.subList(0, row), columns.subList(0, column)));
            }
        }
        return levels;
    }

    /** Whether revenue can be expected of a group: a stage in it, or any where none is told, has a probability. */
    boolean expects(Level level, Group group) {
        var stage = level.all().indexOf(DealDimension.STAGE);
        var keys = new ArrayList<>(group.rows());
        keys.addAll(group.columns());
        return selection.type().steps().stream()
                .filter(step -> stage < 0 || Long.toString(step.id()).equals(keys.get(stage)))
                .anyMatch(step -> step.probability() != null);
    }
}
