package io.lijevak.deals.web;

import io.lijevak.deals.ProcessReport.Point;
import io.lijevak.deals.RunReport.Result;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.ReportTables.Table;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report of all processes as a file: what their runs came to, then their points. */
final class ProcessReportSheet {
    private final ProcessReportPage page;
    private final Ui ui;

    ProcessReportSheet(ProcessReportPage page, Ui ui) {
        this.page = page;
        this.ui = ui;
    }

    Export export() {
        var title = ui.t("deals.processes.title");
        var period = ui.f().date(page.period().from()) + " – "
                + ui.f().date(page.period().to());
        var words = new Export.Words(
                title,
                title,
                page.backed(ui),
                List.of(new Export.Fact(ui.t("deals.processes.period"), period)),
                ui.now());
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(List.of(results(), points()), ui.t("deals.processes.note")),
                () -> new Export.Print("deals/printProcesses", Map.of("page", page)));
    }

    private Table results() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var process : page.processes()) {
            process.results().forEach(result -> rows.add(row(process.name(), result)));
        }
        return new Table(
                List.of(
                        ui.t("deals.processes.process"),
                        ui.t("deals.processes.result"),
                        ui.t("deals.processes.number"),
                        ui.t("deals.processes.lateNow"),
                        ui.t("deals.processes.median")),
                rows);
    }

    private List<@Nullable Object> row(String process, Result result) {
        return ReportTables.row(
                process,
                ProcessReportPage.result(ui, result.result()),
                result.number(),
                result.late(),
                days(result.median()));
    }

    private Table points() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var process : page.processes()) {
            process.points().forEach(point -> rows.add(row(process.name(), point)));
        }
        return new Table(
                List.of(
                        ui.t("deals.processes.process"),
                        ui.t("deals.processes.point"),
                        ui.t("deals.processes.reached"),
                        ui.t("deals.processes.open"),
                        ui.t("deals.processes.late"),
                        ui.t("deals.processes.median"),
                        ui.t("deals.processes.average"),
                        ui.t("deals.processes.endings")),
                rows);
    }

    private List<@Nullable Object> row(String process, Point point) {
        return ReportTables.row(
                process,
                point.name(),
                point.reached(),
                point.open(),
                point.late(),
                days(point.median()),
                days(point.average()),
                ProcessReportPage.endings(ui, point));
    }

    private static @Nullable BigDecimal days(@Nullable Double days) {
        return days == null ? null : BigDecimal.valueOf(days).setScale(2, RoundingMode.HALF_UP);
    }
}
