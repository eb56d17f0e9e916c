package io.lijevak.imports;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's cells by the field they go into; a cell that cannot be read becomes a problem of the row. */
final class RowFields {
    private final SheetRow row;
    private final Columns columns;
    private final List<RowProblem> problems = new ArrayList<>();

    RowFields(SheetRow row, Columns columns) {
        this.row = row;
        this.columns = columns;
    }

    /** The columns that have a target, with how each writes numbers and dates. */
    record Columns(Map<Target, List<Column>> byTarget) {
        /** A column of the file. */
        record Column(int index, String heading, NumberStyle numbers, DateOrder dates) {}

        List<Column> of(Field field) {
            return byTarget.getOrDefault(Target.of(field), List.of());
        }

        String heading(Field field) {
            var found = of(field);
            return found.isEmpty() ? "" : found.getFirst().heading();
        }

        /** The heading over a property. */
        String heading(String property) {
            var found = byTarget.getOrDefault(new Target(Field.PROPERTY, property), List.of());
            return found.isEmpty() ? "" : found.getFirst().heading();
        }
    }

    int number() {
        return row.number();
    }

    List<RowProblem> problems() {
        return problems;
    }

    String heading(Field field) {
        return columns.heading(field);
    }

    boolean has(Field field) {
        return !columns.of(field).isEmpty();
    }

    /** The field's text in one line, null when empty. */
    @Nullable
    String text(Field field) {
        var cell = cell(field);
        return cell.isEmpty() ? null : cell.text().replaceAll("\\s+", " ");
    }

    /** The field's text shortened to what its column holds. */
    @Nullable
    String text(Field field, int longest) {
        var text = text(field);
        if (text == null || text.length() <= longest) {
            return text;
        }
        problems.add(RowProblem.warning(heading(field), "shortened", longest));
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    Cell cell(Field field) {
        var found = columns.of(field);
        return found.isEmpty() ? Cell.EMPTY : row.cell(found.getFirst().index());
    }

    /** Non-empty cells of a field that several columns may hold, by heading. */
    Map<String, Cell> cells(Field field) {
        var cells = new LinkedHashMap<String, Cell>();
        for (var column : columns.of(field)) {
            var cell = row.cell(column.index());
            if (!cell.isEmpty()) {
                cells.put(column.heading(), cell);
            }
        }
        return cells;
    }

    @Nullable
    BigDecimal number(Field field) {
        var found = columns.of(field);
        return found.isEmpty() ? null : number(found.getFirst());
    }

    @Nullable
    BigDecimal number(Columns.Column column) {
        var cell = cell(column);
        if (cell.isEmpty()) {
            return null;
        }
        var number = cell.kind() == Cell.Kind.NUMBER
                ? NumberStyle.POINT.parse(cell.text())
                : column.numbers().parse(cell.text());
        if (number == null) {
            problems.add(RowProblem.error(column.heading(), "number", cell.text()));
        }
        return number;
    }

    @Nullable
    LocalDateTime date(Field field) {
        var found = columns.of(field);
        return found.isEmpty() ? null : date(found.getFirst());
    }

    /** Known dates of entering stages, by the stage's name in the mapping. */
    Map<String, LocalDateTime> stageDates() {
        var dates = new LinkedHashMap<String, LocalDateTime>();
        columns.byTarget().forEach((target, found) -> {
            var date = target.field() == Field.STAGE_DATE ? date(found.getFirst()) : null;
            if (date != null) {
                dates.put(target.stage(), date);
            }
        });
        return dates;
    }

    /** The columns that hold properties, by key. */
    Map<String, Columns.Column> properties() {
        var found = new LinkedHashMap<String, Columns.Column>();
        columns.byTarget().forEach((target, all) -> {
            if (target.field() == Field.PROPERTY) {
                found.put(target.stage(), all.getFirst());
            }
        });
        return found;
    }

    Cell cell(Columns.Column column) {
        return row.cell(column.index());
    }

    @Nullable
    LocalDateTime date(Columns.Column column) {
        var cell = row.cell(column.index());
        if (cell.isEmpty()) {
            return null;
        }
        var date = column.dates().parse(cell);
        if (date == null) {
            problems.add(RowProblem.error(column.heading(), "date", cell.text()));
        }
        return date;
    }
}
