package io.lijevak.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The table of a file: its column names and its records, merged cells carried down and blank rows left out. */
final class Table {
    private static final Set<String> NOTHING = Set.of("NULL", "null", "/", "-", "–", "—", "\\N", "#N/A", "n/a", "N/A");
    private final TableFile file;
    private final Layout layout;
    private final Merges merges;
    private final List<String> columns;

    Table(TableFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
        this.merges = file.merges(layout);
        this.columns = readColumns();
    }

    List<String> columns() {
        return columns;
    }

    Layout layout() {
        return layout;
    }

    /** Gives each record until the reader answers false. */
    void records(Predicate<SheetRow> reader) {
        var carrier = merges.carrier();
        int[] count = {0};
        file.read(layout, row -> {
            if (row.number() < layout.firstDataRow()) {
                return true;
            }
            var record = carrier.carry(withoutNothing(row));
            if (record.isBlank()) {
                return true;
            }
            if (record.cells().size() > columns.size() && isWider(record)) {
                throw Limits.refuse("ragged", record.number(), columns.size());
            }
            if (++count[0] > Limits.ROWS) {
                throw Limits.refuse("too-many-rows", Limits.ROWS);
            }
            return reader.test(record);
        });
    }

    private boolean isWider(SheetRow record) {
        return record.cells().stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty());
    }

    private static SheetRow withoutNothing(SheetRow row) {
        if (row.cells().stream().noneMatch(cell -> NOTHING.contains(cell.text()))) {
            return row;
        }
        var cells = row.cells().stream()
                .map(cell -> NOTHING.contains(cell.text()) ? Cell.EMPTY : cell)
                .toList();
        return new SheetRow(row.number(), cells);
    }

    private List<String> readColumns() {
        var head = new ArrayList<SheetRow>();
        int[] width = {0};
        file.read(layout, row -> {
            if (row.number() >= layout.headerRow() && row.number() < layout.firstDataRow()) {
                head.add(row);
            }
            width[0] = Math.max(width[0], lastFilled(row));
            return row.number() < layout.firstDataRow() + 200;
        });
        if (width[0] > Limits.COLUMNS) {
            throw Limits.refuse("too-many-columns", Limits.COLUMNS);
        }
        return names(head, width[0]);
    }

    private List<String> names(List<SheetRow> head, int width) {
        var names = new ArrayList<String>();
        var used = new HashMap<String, Integer>();
        for (int column = 0; column < width; column++) {
            var name = name(head, column);
            var times = used.merge(name, 1, Integer::sum);
            names.add(times == 1 ? name : name + " (" + times + ")");
        }
        return List.copyOf(names);
    }

    private String name(List<SheetRow> head, int column) {
        if (layout.headerRow() == 0) {
            return letters(column);
        }
        var parts = head.stream()
                .map(row -> row.cell(column).text().replaceAll("\\s+", " "))
                .filter(text -> !text.isEmpty())
                .toList();
        var above = parts.size() == 1
                        && head.size() == 2
                        && head.getFirst().cell(column).isEmpty()
                ? spanning(head.getFirst(), column)
                : "";
        var name = String.join(" ", parts);
        return name.isEmpty() ? letters(column) : above.isEmpty() ? name : above + " " + name;
    }

    private String spanning(SheetRow top, int column) {
        for (int left = column - 1; left >= 0; left--) {
            if (!top.cell(left).isEmpty()) {
                return merges.spansAcross(top.number(), left) && merges.spansAcross(top.number(), column)
                        ? top.cell(left).text()
                        : "";
            }
        }
        return "";
    }

    private static int lastFilled(SheetRow row) {
        for (int column = row.cells().size(); column > 0; column--) {
            if (!row.cell(column - 1).isEmpty()) {
                return column;
            }
        }
        return 0;
    }

    /** The column's letters, as a spreadsheet names it. */
    static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }
}
