package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.Quadrant;
import io.lijevak.reports.ShowEffort;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Effort for each result, and the picture of effort against result; the latter null where it would tell of single people. */
public record EffortPage(
        PeopleFrame frame,
        ShowEffort.Effort effort,
        @Nullable Quadrant quadrant) {
    public Ui ui() {
        return frame.ui();
    }

    public boolean empty() {
        return effort.reps().isEmpty();
    }

    /** Contacts for each result, a dash without a result. */
    public String each(ShowEffort.Price price) {
        return written(price.each());
    }

    /** The same by kind: calls / meetings / e-mails. */
    public String kinds(ShowEffort.Price price) {
        return price.results() == 0
                ? ui().t("reports.effort.none", price.contacts(), ui().f().number(price.contacts()))
                : written(price.each(price.calls()))
                        + " / "
                        + written(price.each(price.meetings()))
                        + " / "
                        + written(price.each(price.emails()));
    }

    private String written(@Nullable Double value) {
        return value == null ? "–" : new Numbers(ui()).decimal(value);
    }

    public QuadrantChart chart() {
        return new QuadrantChart(java.util.Objects.requireNonNull(quadrant));
    }

    /** What to do about a rep's place in the picture. */
    public String advice(Quadrant.Corner corner) {
        return ui().t("reports.quadrant." + corner);
    }

    Export export() {
        var ui = ui();
        var headings = List.of(
                ui.t("reports.rep"),
                ui.t("reports.effort.result"),
                ui.t("reports.effort.results"),
                ui.t("reports.indicator.calls"),
                ui.t("reports.indicator.meetings"),
                ui.t("reports.effort.emails"),
                ui.t("reports.effort.each"));
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var rep : effort.reps()) {
            for (var i = 0; i < effort.stages().size(); i++) {
                rows.add(row(
                        rep.name(), effort.stages().get(i).name(), rep.stages().get(i)));
            }
            rows.add(row(rep.name(), ui.t("reports.effort.win"), rep.win()));
        }
        return new Sheet(frame, "effort", "reports/printEffort")
                .export(this, "", headings, rows, List.of(ui.t("reports.effort.rule")));
    }

    private static List<@Nullable Object> row(String rep, String result, ShowEffort.Price price) {
        var each = price.each();
        return ReportTables.row(
                rep,
                result,
                price.results(),
                price.calls(),
                price.meetings(),
                price.emails(),
                each == null ? null : Numbers.exact(each, 2));
    }
}
