package io.lijevak.deals.web;

import io.lijevak.deals.UnmetDemand;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Demand that was not satisfied, as its page shows it. */
public record UnmetPage(Filters filters, List<UnmetDemand.Line> lines) {
    public PageLink link() {
        return filters.link();
    }

    public String name(Ui ui, UnmetDemand.Line line) {
        return line.name() == null ? ui.t("deals.demand.noReason") : line.name();
    }

    Export export(Ui ui) {
        var title = ui.t("deals.demand.unmet");
        var words = new Export.Words(
                title, title, lines.isEmpty() ? ui.t("deals.demand.allMet") : "", filters.facts(ui), ui.now());
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(List.of(table(ui)), ui.t("deals.demand.note")),
                () -> new Export.Print("deals/printUnmet", Map.of("page", this)));
    }

    private ReportTables.Table table(Ui ui) {
        var currency = ui.company().currency();
        var rows = new ArrayList<List<@Nullable Object>>();
        lines.forEach(line ->
                rows.add(ReportTables.row(name(ui, line), line.deals(), line.lines(), line.expected(), line.unmet())));
        return new ReportTables.Table(
                List.of(
                        ui.t("deals.demand.reason"),
                        ui.t("deals.demand.deals"),
                        ui.t("deals.demand.lines"),
                        ui.t("deals.demand.asked", currency),
                        ui.t("deals.demand.lost", currency)),
                rows);
    }
}
