package io.lijevak.funnel;

import java.util.List;

/** A cell or total of a pivot: values of the row groupings and of the column groupings; fewer than there are = summed over the rest. */
public record Group(List<String> rows, List<String> columns) {
    public static final Group ALL = new Group(List.of(), List.of());

    public Group {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
    }
}
