package io.lijevak.platform.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as they are printed, at most {@value #MOST} of them.
 *
 * @param numbers columns of numbers, from 0
 * @param all how many rows there are
 */
public record PrintedRows(List<String> headings, Set<Integer> numbers, List<List<String>> rows, int all) {
    private static final int MOST = 1000;
    private static final int LONGEST = 300;

    static <T> PrintedRows of(TableDownload<T> table, Formats formats, Consumer<Consumer<T>> source) {
        var rows = new ArrayList<List<String>>();
        var numbers = new HashSet<Integer>();
        var all = new int[1];
        source.accept(row -> {
            if (all[0]++ < MOST) {
                rows.add(cells(table, formats, row, numbers));
            }
        });
        var headings = table.columns().stream().map(TableDownload.Column::heading);
        return new PrintedRows(headings.toList(), numbers, rows, all[0]);
    }

    private static <T> List<String> cells(TableDownload<T> table, Formats formats, T row, Set<Integer> numbers) {
        var cells = new ArrayList<String>();
        for (var column : table.columns()) {
            var value = column.value().apply(row);
            if (value instanceof Number) {
                numbers.add(cells.size());
            }
            cells.add(text(value, formats));
        }
        return cells;
    }

    private static String text(@Nullable Object value, Formats formats) {
        return switch (value) {
            case null -> "";
            case TableDownload.Verbatim verbatim -> verbatim.text();
            case BigDecimal number -> formats.decimal(number, Math.max(0, number.scale()));
            case Double number -> formats.exact(BigDecimal.valueOf(number));
            case Number number -> number.toString();
            case LocalDate date -> formats.date(date);
            case Instant moment -> formats.dateTime(moment).replace(' ', '\u00a0');
            default -> shortened(value.toString());
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    public boolean numeric(int column) {
        return numbers.contains(column);
    }

    /** How many rows are not printed. */
    public int left() {
        return all - rows.size();
    }
}
