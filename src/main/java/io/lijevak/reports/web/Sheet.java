package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                ui.t("reports.title." + word),
                ui.t("reports.tab." + word),
                summary,
                facts(),
                frame.past().moment(ui));
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(List.of(new ReportTables.Table(headings, rows)), rules.toArray(String[]::new)),
                () -> new Export.Print(template, Map.of("page", page)));
    }

    private List<Export.Fact> facts() {
        var ui = frame.ui();
        var facts = new ArrayList<Export.Fact>();
        facts.add(new Export.Fact(
                ui.t("reports.control.type"), frame.question().type().name()));
        facts.add(new Export.Fact(ui.t("reports.control.period"), frame.period()));
        facts.addAll(frame.past().facts(ui));
        return facts;
    }
}
