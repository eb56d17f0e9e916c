package io.lijevak.reports.web;

import io.lijevak.platform.web.Export;
import io.lijevak.reports.League;
import io.lijevak.reports.Measured;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A league table as a file, followed by the formula and what was asked. */
final class LeagueSheet {
    private final LeaguePage page;
    private final Sheet sheet;

    LeagueSheet(LeaguePage page) {
        this.page = page;
        this.sheet = new Sheet(page.frame(), "league", "reports/printLeague");
    }

    Export export() {
        return sheet.export(
                page, "", headings(), rows(), List.of(page.formula(), page.ui().t("reports.score.rule")));
    }

    private List<String> headings() {
        var ui = page.ui();
        var headings = new ArrayList<>(List.of(
                ui.t("reports.place.best"),
                ui.t("reports.place.worst"),
                ui.t("reports.rep"),
                ui.t("reports.score"),
                ui.t("reports.low"),
                ui.t("reports.high"),
                ui.t("reports.decided")));
        page.weights().shown().forEach(indicator -> {
            headings.add(page.head(indicator));
            headings.add(ui.t("reports.low"));
            headings.add(ui.t("reports.high"));
        });
        return headings;
    }

    private List<List<@Nullable Object>> rows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        page.league().rows().forEach(row -> rows.add(row(row)));
        return rows;
    }

    private List<@Nullable Object> row(League.Row row) {
        var cells = new ArrayList<@Nullable Object>();
        var place = row.place();
        var score = row.score();
        cells.add(place == null ? null : place.best());
        cells.add(place == null ? null : place.worst());
        cells.add(row.rep().name());
        cells.add(score == null ? null : Numbers.exact(score.value(), 1));
        cells.add(score == null ? null : Numbers.exact(score.low(), 1));
        cells.add(score == null ? null : Numbers.exact(score.high(), 1));
        cells.add(row.rep().work().deals().decided());
        page.weights().shown().forEach(indicator -> add(cells, row.measures().get(indicator)));
        return cells;
    }

    private static void add(List<@Nullable Object> cells, @Nullable Measured measured) {
        cells.add(measured == null ? null : Numbers.exact(measured.value(), 4));
        cells.add(measured == null ? null : Numbers.exact(measured.low(), 4));
        cells.add(measured == null ? null : Numbers.exact(measured.high(), 4));
    }
}
