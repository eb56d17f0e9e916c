package io.lijevak.funnel.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.Ui;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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
                facts(story),
                page.matrix().asOf());
        return new Export(ui, words, this::write, () -> new Export.Print("funnel/printMatrix", Map.of("page", page)));
    }

    private void write(TableDownload.Format format, OutputStream stream) {
        var headings = headings();
        var columns = IntStream.range(0, headings.size())
                .mapToObj(i -> new TableDownload.Column<List<@Nullable Object>>(
                        headings.get(i), row -> i < row.size() ? row.get(i) : null))
                .toList();
        new TableDownload<>(
                        ui.t("funnel.matrix.export.name"),
                        ui.f().region(),
                        ui.f().zone(),
                        columns)
                .write(format, stream, this::rows);
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

    private void rows(Consumer<List<@Nullable Object>> out) {
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
            out.accept(cells);
        }
        out.accept(List.of());
        notes().forEach(out);
    }

    private List<Export.Fact> facts(FunnelStory story) {
        var facts = new ArrayList<Export.Fact>();
        facts.add(new Export.Fact(
                ui.t("funnel.control.type"), page.matrix().type().name()));
        facts.add(new Export.Fact(story.ruleName(), story.rule()));
        facts.add(new Export.Fact(ui.t("funnel.control.who"), controls.chosenWho()));
        controls.chips().forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        controls.own().chips().forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        return facts;
    }

    private List<List<@Nullable Object>> notes() {
        var story = page.story();
        var notes = new ArrayList<List<@Nullable Object>>();
        facts(story).forEach(fact -> notes.add(List.of(fact.label(), fact.value())));
        notes.add(List.of(ui.t("funnel.control.asOf"), page.matrix().asOf()));
        story.notes().forEach(note -> notes.add(List.of(note)));
        return notes;
    }
}
