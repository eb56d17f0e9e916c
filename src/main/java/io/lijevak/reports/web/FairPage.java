package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.League;
import io.lijevak.reports.ShowFairComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fair comparison as its page shows it. */
public record FairPage(PeopleFrame frame, ShowFairComparison.Comparison comparison) {
    public Ui ui() {
        return frame.ui();
    }

    public Numbers numbers() {
        return new Numbers(ui());
    }

    /** By what deals are sorted, in words. */
    public String traits() {
        return comparison.traits().isEmpty()
                ? ui().t("reports.trait.none")
                : comparison.traits().stream()
                        .map(trait -> ui().t("reports.trait." + trait))
                        .collect(Collectors.joining(", "));
    }

    public String place(League.@Nullable Place place) {
        if (place == null) {
            return "–";
        }
        return place.single()
                ? ui().f().number(place.best())
                : ui().f().number(place.best()) + "–" + ui().f().number(place.worst());
    }

    public String ratio(double value) {
        return ui().f().decimal(Numbers.exact(value, 2), 2);
    }

    Export export() {
        var ui = ui();
        var currency = ", " + ui.company().currency();
        var headings = List.of(
                ui.t("reports.place.best"),
                ui.t("reports.place.worst"),
                ui.t("reports.rep"),
                ui.t("reports.indicator.wonCount"),
                ui.t("reports.decided"),
                ui.t("reports.fair.expected"),
                ui.t("reports.fair.ratio"),
                ui.t("reports.low"),
                ui.t("reports.high"),
                ui.t("reports.indicator.wonAmount") + currency,
                ui.t("reports.fair.credited") + currency);
        var rows = new ArrayList<List<@Nullable Object>>();
        comparison.rows().forEach(row -> rows.add(cells(row)));
        return new Sheet(frame, "fair", "reports/printFair")
                .export(
                        this,
                        "",
                        headings,
                        rows,
                        List.of(
                                ui.t("reports.fair.rule", traits()),
                                ui.t("reports.fair.interval"),
                                ui.t("reports.fair.credit")));
    }

    private static List<@Nullable Object> cells(ShowFairComparison.Row row) {
        var place = row.place();
        var ratio = row.ratio();
        return ReportTables.row(
                place == null ? null : place.best(),
                place == null ? null : place.worst(),
                row.name(),
                row.won(),
                row.decided(),
                Numbers.exact(row.expected(), 2),
                ratio == null ? null : Numbers.exact(ratio.value(), 3),
                ratio == null ? null : Numbers.exact(ratio.low(), 3),
                ratio == null ? null : Numbers.exact(ratio.high(), 3),
                row.amount(),
                row.credited());
    }
}
