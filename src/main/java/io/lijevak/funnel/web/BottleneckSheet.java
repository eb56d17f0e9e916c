package io.lijevak.funnel.web;

import io.lijevak.funnel.StageDelay;
import io.lijevak.funnel.StageLoss;
import io.lijevak.funnel.Trials;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.ReportTables.Table;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Bottlenecks as a file: losses and days of all stages, then what lies behind the stage looked at closely. */
final class BottleneckSheet {
    private static final int SHARE = 6;
    private final BottleneckPage page;
    private final FunnelControls controls;
    private final Ui ui;

    BottleneckSheet(BottleneckPage page, FunnelControls controls) {
        this.page = page;
        this.controls = controls;
        this.ui = page.ui();
    }

    Export export() {
        var title = ui.t("funnel.bottleneck.title");
        var period = new Export.Fact(ui.t("funnel.bottleneck.period"), controls.period());
        var words = new Export.Words(
                title,
                title,
                summary(),
                controls.facts(page.period().type().name(), period),
                page.period().asOf());
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(tables(), page.lossesNote(), ui.t("funnel.bottleneck.days.note")),
                () -> new Export.Print("funnel/printBottlenecks", Map.of("page", page)));
    }

    private String summary() {
        var story = page.story();
        if (page.found().losses().isEmpty()) {
            return ui.t("funnel.nonProcess");
        }
        return page.empty()
                ? ui.t("platform.print.nothing")
                : (Sentence.text(story.loss()) + " " + Sentence.text(story.delay())).strip();
    }

    private List<Table> tables() {
        var tables = new ArrayList<>(List.of(losses(), delays()));
        var evidence = page.evidence();
        var chosen = page.chosen();
        if (evidence != null && chosen != null) {
            var of = ", " + chosen.stage().name();
            tables.add(new Table(
                    List.of(
                            ui.t("funnel.bottleneck.rep") + of,
                            ui.t("funnel.table.decided"),
                            ui.t("funnel.table.lost"),
                            ui.t("funnel.table.loss")),
                    evidence.reps().stream()
                            .map(rep -> ReportTables.row(
                                    rep.name() == null ? ui.t("funnel.bottleneck.nobody") : rep.name(),
                                    whole(rep.lost().all()),
                                    whole(rep.lost().good()),
                                    share(rep.lost())))
                            .toList()));
            tables.add(new Table(
                    List.of(ui.t("funnel.bottleneck.reasons") + of, ui.t("funnel.table.lost")),
                    evidence.reasons().stream()
                            .map(line -> ReportTables.row(
                                    line.name() == null ? ui.t("funnel.bottleneck.noReason") : line.name(),
                                    line.deals()))
                            .toList()));
        }
        return tables;
    }

    private Table losses() {
        var headings = List.of(
                ui.t("funnel.stage"),
                ui.t("funnel.table.decided"),
                ui.t("funnel.table.lost"),
                ui.t("funnel.table.loss"),
                ui.t("funnel.table.low"),
                ui.t("funnel.table.high"),
                ui.t("funnel.bottleneck.norm"),
                ui.t("funnel.bottleneck.before"),
                ui.t("funnel.bottleneck.excess"),
                ui.t("funnel.bottleneck.basis"),
                ui.t("funnel.bottleneck.cost", page.period().currency()),
                ui.t("funnel.bottleneck.out"));
        return new Table(headings, page.found().losses().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(StageLoss loss) {
        var rate = loss.rate();
        return ReportTables.row(
                loss.stage().name(),
                whole(loss.lost().all()),
                whole(loss.lost().good()),
                share(loss.lost()),
                rate == null ? null : exact(rate.low(), SHARE),
                rate == null ? null : exact(rate.high(), SHARE),
                share(loss.norm()),
                share(loss.before()),
                loss.basis() == null ? null : exact(loss.excess(), 1),
                page.basis(loss.basis()),
                loss.money(),
                mark(loss.standsOut()));
    }

    private Table delays() {
        var headings = List.of(
                ui.t("funnel.stage"),
                ui.t("funnel.table.timed"),
                ui.t("funnel.table.median"),
                ui.t("funnel.bottleneck.before"),
                ui.t("funnel.bottleneck.expected"),
                ui.t("funnel.bottleneck.basis"),
                ui.t("funnel.bottleneck.longer"),
                ui.t("funnel.bottleneck.out"));
        return new Table(headings, page.found().delays().stream().map(this::row).toList());
    }

    private List<@Nullable Object> row(StageDelay delay) {
        var expected = delay.expected();
        return ReportTables.row(
                delay.stage().name(),
                delay.days().known(),
                delay.days().median(),
                delay.before().median(),
                expected.isEmpty() ? null : exact(expected.getAsDouble(), 1),
                page.basis(delay.basis()),
                expected.isEmpty() ? null : share(delay.longer()),
                mark(delay.standsOut()));
    }

    private @Nullable String mark(boolean standsOut) {
        return standsOut ? ui.t("funnel.bottleneck.out") : null;
    }

    private static long whole(double number) {
        return Math.round(number);
    }

    private static @Nullable BigDecimal share(Trials trials) {
        return trials.all() == 0 ? null : exact(trials.good() / trials.all(), SHARE);
    }

    private static @Nullable BigDecimal share(OptionalDouble share) {
        return share.isEmpty() ? null : exact(share.getAsDouble(), SHARE);
    }

    private static BigDecimal exact(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }
}
