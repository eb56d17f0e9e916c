package io.lijevak.platform.web;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A report as a sheet: its tables one below another, then what was asked, the moment, and the rules it was counted by.
 *
 * @param notes the rules, a row of cells each
 */
public record ReportTables(List<Table> tables, List<List<@Nullable Object>> notes) {
    /** A table; its first heading says what it is about. */
    public record Table(List<String> headings, List<List<@Nullable Object>> rows) {}

    /** Tables with rules that are sentences. */
    public static ReportTables of(List<Table> tables, String... rules) {
        return new ReportTables(
                tables, Arrays.stream(rules).map(ReportTables::row).toList());
    }

    /** Cells of a row. */
    public static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    void write(Ui ui, Export.Words words, TableDownload.Format format, OutputStream stream) {
        var head = tables.getFirst().headings();
        var width =
                tables.stream().mapToInt(table -> table.headings().size()).max().orElse(0);
        var columns = IntStream.range(0, width)
                .mapToObj(i -> new TableDownload.Column<List<@Nullable Object>>(
                        i < head.size() ? head.get(i) : "", row -> i < row.size() ? row.get(i) : null))
                .toList();
        new TableDownload<>(words.name(), ui.f().region(), ui.f().zone(), columns)
                .write(format, stream, rows(ui, words)::forEach);
    }

    private List<List<@Nullable Object>> rows(Ui ui, Export.Words words) {
        var rows = new ArrayList<>(tables.getFirst().rows());
        for (var table : tables.subList(1, tables.size())) {
            rows.add(List.of());
            rows.add(new ArrayList<>(table.headings()));
            rows.addAll(table.rows());
        }
        rows.add(List.of());
        words.facts().forEach(fact -> rows.add(row(fact.label(), fact.value())));
        rows.add(row(ui.t("platform.past.asOf"), words.at(), ui.f().zone().getId()));
        rows.addAll(notes);
        return rows;
    }
}
