package io.lijevak.funnel.web;

import io.lijevak.funnel.ComparedFunnels;
import io.lijevak.funnel.FunnelTotals;
import io.lijevak.funnel.StageFigures;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.TableDownload;
import io.lijevak.platform.web.Ui;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.IntStream;
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

    /** Cells of a row, as many as there are headings. */
    private record Row(List<@Nullable Object> cells) {
        static Row of(@Nullable Object... cells) {
            return new Row(Arrays.asList(cells));
        }

        Row and(@Nullable Object... more) {
            var all = new ArrayList<@Nullable Object>(cells);
            all.addAll(Arrays.asList(more));
            return new Row(all);
        }

        @Nullable
        Object cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    Export export() {
        var story = new FunnelStory(page);
        var title = ui.t(page.active() ? "funnel.title.active" : "funnel.title.closed");
        var words = new Export.Words(
                title,
                ui.t("funnel.export.name"),
                page.empty() ? ui.t("platform.print.nothing") : Sentence.text(story.lede()),
                facts(story),
                page.funnel().asOf());
        return new Export(
                ui,
                words,
                this::write,
                () -> new Export.Print("funnel/print", Map.of("page", page, "controls", controls)));
    }

    private void write(TableDownload.Format format, OutputStream stream) {
        var headings = headings();
        var columns = IntStream.range(0, headings.size())
                .mapToObj(i -> new TableDownload.Column<Row>(headings.get(i), row -> row.cell(i)))
                .toList();
        new TableDownload<>(ui.t("funnel.export.name"), ui.f().region(), ui.f().zone(), columns)
                .write(format, stream, this::rows);
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

    private void rows(Consumer<Row> out) {
        page.funnel().stages().forEach(stage -> out.accept(row(stage)));
        out.accept(row(page.funnel().totals()));
        out.accept(Row.of());
        notes().forEach(out);
    }

    private Row row(StageFigures stage) {
        var rate = page.conversion(stage);
        var own = page.own(stage);
        var estimated = page.estimated(stage);
        var row = Row.of(
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
        return row.and(
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

    private Row row(FunnelTotals totals) {
        var rate = page.honest().winRate();
        var row = Row.of(
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
        return row.and(
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

    private List<Export.Fact> facts(FunnelStory story) {
        var facts = new ArrayList<Export.Fact>();
        facts.add(new Export.Fact(
                ui.t("funnel.control.type"), page.funnel().type().name()));
        facts.add(new Export.Fact(story.ruleName(), story.rule()));
        facts.add(new Export.Fact(ui.t("funnel.control.who"), controls.chosenWho()));
        controls.chips().forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        controls.own().chips().forEach(chip -> facts.add(new Export.Fact(chip.label(), chip.value())));
        return facts;
    }

    private List<Row> notes() {
        var story = new FunnelStory(page);
        var notes = new ArrayList<Row>();
        facts(story).forEach(fact -> notes.add(Row.of(fact.label(), fact.value())));
        notes.add(Row.of(ui.t("funnel.control.asOf"), page.funnel().asOf()));
        if (page.compared() != null) {
            var compare = new CompareStory(page, controls.references());
            notes.add(Row.of(ui.t("funnel.control.compare"), compare.other(), compare.followed()));
        }
        story.notes().forEach(note -> notes.add(Row.of(null, note)));
        return notes;
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : share(share.getAsDouble());
    }

    private static BigDecimal share(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }
}
