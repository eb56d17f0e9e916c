package io.lijevak.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Merged areas of a sheet, rows from 1, columns from 0. */
final class Merges {
    static final Merges NONE = new Merges(List.of());
    private final Map<Integer, TreeMap<Integer, Area>> byColumn = new HashMap<>();

    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    Merges(List<Area> areas) {
        for (var area : areas) {
            for (int column = area.firstColumn(); column <= area.lastColumn(); column++) {
                byColumn.computeIfAbsent(column, c -> new TreeMap<>()).put(area.firstRow(), area);
            }
        }
    }

    boolean spansBelow(int row, int column) {
        var area = at(row, column);
        return area != null && area.lastRow() > row;
    }

    boolean spansAcross(int row, int column) {
        var area = at(row, column);
        return area != null && area.lastColumn() > area.firstColumn();
    }

    private Merges.@org.jspecify.annotations.Nullable Area at(int row, int column) {
        var areas = byColumn.get(column);
        var entry = areas == null ? null : areas.floorEntry(row);
        return entry == null || entry.getValue().lastRow() < row ? null : entry.getValue();
    }

    /**
     * Carries the value of merged cells down its rows. A row that would hold nothing but carried values only continues
     * the record above it and stays as it is.
     */
    Carrier carrier() {
        return new Carrier();
    }

    final class Carrier {
        private final Map<Area, Cell> values = new HashMap<>();

        SheetRow carry(SheetRow row) {
            if (byColumn.isEmpty()) {
                return row;
            }
            byColumn.keySet().forEach(column -> remember(row, column));
            if (row.isBlank()) {
                return row;
            }
            var cells = new ArrayList<>(row.cells());
            byColumn.keySet().forEach(column -> fill(row, column, cells));
            return new SheetRow(row.number(), cells);
        }

        private void remember(SheetRow row, int column) {
            var area = at(row.number(), column);
            if (area != null && area.firstRow() == row.number() && area.firstColumn() == column) {
                values.put(area, row.cell(column));
            }
        }

        private void fill(SheetRow row, int column, List<Cell> cells) {
            var area = at(row.number(), column);
            if (area == null || area.firstRow() == row.number() || area.firstColumn() != column) {
                return;
            }
            while (cells.size() <= column) {
                cells.add(Cell.EMPTY);
            }
            if (cells.get(column).isEmpty()) {
                cells.set(column, values.getOrDefault(area, Cell.EMPTY));
            }
        }
    }
}
