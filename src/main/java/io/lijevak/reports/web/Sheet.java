package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.TableDownload;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A report on people as a file: its table, then the rules it was counted by and what was asked. */
final class Sheet {
    private final PeopleFrame frame;
    private final String word;
    private final String template;

    /** Of the report with the word, such as {@code league}, printed by the template. */
    Sheet(PeopleFrame frame, String word, String template) {
        this.frame = frame;
        this.word = word;
        this.template = template;
    }

    /** The report as a file. */
    Export export(
            Object page, String summary, List<String> headings, List<List<@Nullable Object>> rows, List<String> rules) {
        var ui = frame.ui();
        var words = new Export.Words(
                ui.t("reports.title." + word), ui.t("reports.tab." + word), summary, facts(), ui.now());
        return new Export(
                ui,
                words,
                (format, stream) -> write(format, stream, headings, rows, rules),
                () -> new Export.Print(template, Map.of("page", page)));
    }

    private List<Export.Fact> facts() {
        var ui = frame.ui();
        var facts = new ArrayList<Export.Fact>();
        facts.add(new Export.Fact(
                ui.t("reports.control.type"), frame.question().type().name()));
        facts.add(new Export.Fact(ui.t("reports.control.period"), frame.period()));
        var day = frame.past().day();
        if (day != null) {
            facts.add(new Export.Fact(ui.t("platform.past.asOf"), ui.f().date(day)));
        }
        return facts;
    }

    private void write(
            TableDownload.Format format,
            OutputStream stream,
            List<String> headings,
            List<List<@Nullable Object>> rows,
            List<String> rules) {
        var ui = frame.ui();
        var columns = IntStream.range(0, headings.size())
                .mapToObj(i -> new TableDownload.Column<List<@Nullable Object>>(
                        headings.get(i), row -> i < row.size() ? row.get(i) : null))
                .toList();
        var all = new ArrayList<>(rows);
        all.add(List.of());
        rules.forEach(rule -> all.add(row(rule)));
        facts().forEach(fact -> all.add(row(fact.label(), fact.value())));
        all.add(row(ui.f().zone().getId(), ui.now()));
        new TableDownload<>(ui.t("reports.tab." + word), ui.f().region(), ui.f().zone(), columns)
                .write(format, stream, all::forEach);
    }

    static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }
}
