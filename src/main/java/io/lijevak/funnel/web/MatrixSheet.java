package io.lijevak.funnel.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A matrix as a file: all columns, and below what it was asked. */
final class MatrixSheet {
    private final MatrixPage page;
    private final FunnelControls controls;
    private final Ui ui;

    MatrixSheet(MatrixPage page, FunnelControls controls) {
        this.page = page;
        this.controls = controls;
        this.ui = page.ui();
    }

    Export export() {
        var story = page.story();
        var words = new Export.Words(
                ui.t("funnel.matrix.title"),
                ui.t("funnel.matrix.export.name"),
                page.empty() ? ui.t("platform.print.nothing") : Sentence.text(story.lede()),
                controls.facts(page.matrix().type().name(), new Export.Fact(story.ruleName(), story.rule())),
                page.matrix().asOf());
        var tables = ReportTables.of(
                List.of(new ReportTables.Table(headings(), rows())),
                story.notes().toArray(String[]::new));
        return Export.ofReport(ui, words, tables, () -> new Export.Print("funnel/printMatrix", Map.of("page", page)));
    }

    private List<String> headings() {
        var headings = new ArrayList<String>();
        var groupings = page.matrix().query().rows();
        groupings.forEach(dimension -> headings.add(dimension.name(page.words())));
        if (groupings.isEmpty()) {
            headings.add(ui.t("funnel.matrix.sum"));
        }
        for (var column : page.allColumns()) {
            for (var measure : page.measures()) {
                headings.add(column.path() + ", " + page.name(measure));
            }
        }
        return headings;
    }

    private List<List<@Nullable Object>> rows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        var depth = Math.max(1, page.matrix().query().rows().size());
        for (var row : page.rows()) {
            var cells = new ArrayList<@Nullable Object>();
            var names = row.names();
            for (var level = 0; level < depth; level++) {
                cells.add(level < names.size() ? names.get(level) : null);
            }
            for (var column : page.allColumns()) {
                for (var measure : page.measures()) {
                    cells.add(measure.of(page.matrix().at(row.values(), column.values())));
                }
            }
            rows.add(cells);
        }
        return rows;
    }
}
