package io.lijevak.reports.web;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelReferences;
import io.lijevak.funnel.Rate;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import io.lijevak.reports.League;
import io.lijevak.reports.ShowStages;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A rep beside the company by stage, as the page shows it. */
public record StagesPage(
        PeopleFrame frame, List<FunnelReferences.Choice> people, long person, List<ShowStages.Row> rows) {
    public Ui ui() {
        return frame.ui();
    }

    public List<Option> options() {
        return people.stream().map(one -> Option.of(one.id(), one.name())).toList();
    }

    public String name() {
        return people.stream()
                .filter(one -> one.id() == person)
                .findFirst()
                .map(FunnelReferences.Choice::name)
                .orElse("");
    }

    public boolean empty() {
        return rows.stream().allMatch(row -> row.own().entered().count() == 0);
    }

    public boolean compares() {
        return rows.stream().anyMatch(row -> row.company() != null);
    }

    /** A conversion: a share, of few deals counts. */
    public String conversion(StageFigures figures) {
        var all = figures.won().count() + figures.lost().count();
        if (all == 0) {
            return "–";
        }
        return all < League.ENOUGH
                ? ui().t(
                                "reports.counts",
                                ui().f().number(figures.won().count()),
                                ui().f().number(all))
                : ui().f().percent(figures.conversion().orElse(0));
    }

    /** What a conversion of the rep opens. */
    public String opens(StageFigures figures) {
        var stage = figures.stage().id();
        if (figures.conversion().isEmpty()) {
            return "";
        }
        return frame.lists().passports()
                ? frame.lists().passport("stages", "conversion", Long.toString(stage), person)
                : frame.lists().deals(person, stage, Figure.DECIDED);
    }

    public String interval(@Nullable Rate rate) {
        return rate == null
                ? ""
                : new Numbers(ui())
                        .share(rate.low(), rate.high(), Math.round(rate.trials().all()));
    }

    /** "+3.2" lost more than the company would have, or "−1.0". */
    public String beyond(ShowStages.Row row) {
        var lost = row.lostBeyond();
        return lost == null || row.own().lost().count() + row.own().won().count() == 0
                ? "–"
                : (lost > 0 ? "+" : "") + new Numbers(ui()).decimal(lost);
    }

    Export export() {
        var ui = ui();
        var headings = List.of(
                ui.t("reports.stage"),
                ui.t("reports.stages.entered"),
                ui.t("reports.stages.passed"),
                ui.t("reports.stages.lost"),
                ui.t("reports.stages.conversion"),
                ui.t("reports.low"),
                ui.t("reports.high"),
                ui.t("reports.stages.company"),
                ui.t("reports.stages.beyond"),
                ui.t("reports.stages.mark"));
        var cells = new ArrayList<List<@Nullable Object>>();
        rows.forEach(row -> cells.add(cells(row)));
        return new Sheet(frame, "stages", "reports/printStages")
                .export(this, name(), headings, cells, List.of(name(), ui.t("reports.stages.rule")));
    }

    private List<@Nullable Object> cells(ShowStages.Row row) {
        var rate = row.rate();
        var company = row.company();
        var beyond = row.lostBeyond();
        var mark = row.mark();
        return ReportTables.row(
                row.own().stage().name(),
                row.own().entered().count(),
                row.own().won().count(),
                row.own().lost().count(),
                share(row.own().conversion()),
                rate == null ? null : Numbers.exact(rate.low(), 4),
                rate == null ? null : Numbers.exact(rate.high(), 4),
                company == null ? null : share(company.conversion()),
                beyond == null ? null : Numbers.exact(beyond, 1),
                mark == null ? null : ui().t("reports.mark." + mark));
    }

    private static @Nullable Object share(OptionalDouble share) {
        return share.isEmpty() ? null : Numbers.exact(share.getAsDouble(), 4);
    }
}
