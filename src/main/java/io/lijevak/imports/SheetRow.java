package io.lijevak.imports;

import java.util.List;

/** A row of a sheet, numbered from 1 as spreadsheets do. */
record SheetRow(int number, List<Cell> cells) {
    Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.EMPTY;
    }

    boolean isBlank() {
        return cells.stream().allMatch(Cell::isEmpty);
    }

    long filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }
}
