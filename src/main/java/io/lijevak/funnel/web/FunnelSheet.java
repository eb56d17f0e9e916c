package io.lijevak.funnel.web;

import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.FunnelTotals;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** The table of a funnel as a file, followed by what was asked, when, and by which rule. */
final class FunnelSheet {
    private final FunnelPage page;
    private final FunnelControls controls;
    private final Ui ui;

    FunnelSheet(FunnelPage page, FunnelControls controls) {
        this.page = page;
        this.controls = controls;
        this.ui = page.ui();
    }

    Export export() {
        var story = new FunnelStory(page);
        var title = ui.t(page.active() ? "funnel.title.active" : "funnel.title.closed");
        var words = new Export.Words(
                title,
                ui.t("funnel.export.name"),
                page.empty() ? ui.t("platform.print.nothing") : Sentence.text(story.lede()),
                controls.facts(page.funnel().type().name(), new Export.Fact(story.ruleName(), story.rule())),
                page.funnel().asOf());
        return Export.ofReport(
                ui,
                words,
                new ReportTables(List.of(new ReportTables.Table(headings(), rows())), notes(story)),
                () -> new Export.Print("funnel/print", Map.of("page", page, "controls", controls)));
    }

    private List<String> headings() {
        var amount = ", " + page.amountHead();
        var headings = new ArrayList<>(List.of(ui.t("funnel.stage"), ui.t("funnel.table.entered")));
        for (var figure : List.of("won", "lost", "in-work", "returned")) {
            headings.add(ui.t("funnel.table." + figure));
            headings.add(ui.t("funnel.table." + figure) + amount);
        }
        headings.addAll(List.of(
                ui.t("funnel.table.conversion"),
                ui.t("funnel.table.decided"),
                ui.t("funnel.table.low"),
                ui.t("funnel.table.high"),
                ui.t("funnel.table.loss"),
                ui.t("funnel.table.median"),
                ui.t("funnel.table.average"),
                ui.t("funnel.table.timed"),
                ui.t("funnel.table.probability"),
                ui.t("funnel.table.own"),
                ui.t("funnel.table.estimate"),
                ui.t("funnel.table.expected")));
        if (page.compared() != null) {
            headings.addAll(List.of(
                    ui.t("funnel.compare.sheet.entered"),
                    ui.t("funnel.compare.sheet.won"),
                    ui.t("funnel.compare.sheet.wonAmount") + amount,
                    ui.t("funnel.compare.sheet.conversion"),
                    ui.t("funnel.compare.sheet.enteredLess"),
                    ui.t("funnel.compare.sheet.wonLess"),
                    ui.t("funnel.compare.sheet.wonAmountLess") + amount,
                    ui.t("funnel.compare.sheet.conversionLess"),
                    ui.t("funnel.compare.sheet.p")));
        }
        return headings;
    }

    private List<List<@Nullable Object>> rows() {
        var rows = new ArrayList<List<@Nullable Object>>();
        page.funnel().stages().forEach(stage -> rows.add(row(stage)));
        rows.add(row(page.funnel().totals()));
        return rows;
    }

    private List<@Nullable Object> row(StageFigures stage) {
        var rate = page.conversion(stage);
        var own = page.own(stage);
        var estimated = page.estimated(stage);
        var row = ReportTables.row(
                stage.stage().name(),
                stage.entered().count(),
                stage.won().count(),
                stage.won().amount(),
                stage.lost().count(),
                stage.lost().amount(),
                stage.inWork().count(),
                stage.inWork().amount(),
                stage.returned().count(),
                stage.returned().amount(),
                share(stage.conversion()),
                stage.won().count() + stage.lost().count(),
                rate == null ? null : share(rate.low()),
                rate == null ? null : share(rate.high()),
                share(stage.lossShare()),
                stage.days().median(),
                stage.days().average(),
                stage.days().known(),
                stage.stage().probability(),
                own == null ? null : share(own.estimate()),
                estimated == null ? null : share(estimated.share()),
                page.expected(stage));
        var compared = page.compared();
        if (compared == null) {
            return row;
        }
        var then = compared.then(stage);
        var both = new ComparedFunnels.Stage(stage, then);
        return and(
                row,
                then.entered().count(),
                then.won().count(),
                then.won().amount(),
                share(then.conversion()),
                stage.entered().count() - then.entered().count(),
                stage.won().count() - then.won().count(),
                stage.won().amount().subtract(then.won().amount()),
                share(both.conversion()),
                share(both.significance().p()));
    }

    private List<@Nullable Object> row(FunnelTotals totals) {
        var rate = page.honest().winRate();
        var row = ReportTables.row(
                ui.t("funnel.table.all"),
                totals.all().count(),
                totals.won().count(),
                totals.won().amount(),
                totals.lost().count(),
                totals.lost().amount(),
                totals.inWork().count(),
                totals.inWork().amount(),
                null,
                null,
                share(totals.winRate()),
                totals.won().count() + totals.lost().count(),
                rate == null ? null : share(rate.low()),
                rate == null ? null : share(rate.high()),
                null,
                totals.daysToWin().median(),
                totals.daysToWin().average(),
                totals.daysToWin().known(),
                null,
                null,
                null,
                page.hasExpected() ? page.expected() : null);
        var compared = page.compared();
        if (compared == null) {
            return row;
        }
        var then = compared.then().totals();
        return and(
                row,
                then.all().count(),
                then.won().count(),
                then.won().amount(),
                share(then.winRate()),
                totals.all().count() - then.all().count(),
                totals.won().count() - then.won().count(),
                totals.won().amount().subtract(then.won().amount()),
                share(compared.winRate()),
                share(compared.winRateSignificance().p()));
    }

    private static List<@Nullable Object> and(List<@Nullable Object> cells, @Nullable Object... more) {
        cells.addAll(Arrays.asList(more));
        return cells;
    }

    private List<List<@Nullable Object>> notes(FunnelStory story) {
        var notes = new ArrayList<List<@Nullable Object>>();
        if (page.compared() != null) {
            var compare = new CompareStory(page, controls.references());
            notes.add(ReportTables.row(ui.t("funnel.control.compare"), compare.other(), compare.followed()));
        }
        story.notes().forEach(note -> notes.add(ReportTables.row(null, note)));
        return notes;
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : share(share.getAsDouble());
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }
}
