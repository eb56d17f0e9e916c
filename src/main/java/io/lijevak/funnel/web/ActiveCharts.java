package io.lijevak.funnel.web;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.StageFigures;
import io.lijevak.funnel.Tally;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of open deals: how many stand in each stage, and their potential with the expected part of it. */
public final class ActiveCharts {
    private final FunnelPage page;
    private final Ui ui;

    public ActiveCharts(FunnelPage page) {
        this.page = page;
        this.ui = page.ui();
    }

    public Chart counts() {
        var widest = all().mapToLong(stage -> shown(stage).count()).max().orElse(0);
        return new Chart(
                false,
                ui.t("funnel.stage"),
                List.of(
                        ui.t("funnel.chart.deals"),
                        ui.t("funnel.chart.dealsHead"),
                        ui.t("funnel.chart.ofAll"),
                        ui.t("funnel.chart." + FunnelPage.word(page.chance()))),
                page.funnel().stages().stream()
                        .map(stage -> count(stage, widest)
                                .with(thin(
                                        stage,
                                        tally -> (double) tally.count(),
                                        tally -> page.number(tally.count()),
                                        widest)))
                        .toList(),
                "");
    }

    public Chart amounts() {
        var widest = all().mapToDouble(stage -> shown(stage).amount().doubleValue())
                .max()
                .orElse(0);
        return new Chart(
                true,
                ui.t("funnel.stage"),
                List.of(ui.t("funnel.chart.potentialExpected"), page.amountHead()),
                page.funnel().stages().stream()
                        .map(stage -> amount(stage, widest)
                                .with(thin(stage, tally -> tally.amount().doubleValue(), page::amount, widest)))
                        .toList(),
                "");
    }

    /** The stages of this funnel and of the one it is compared with. */
    private Stream<StageFigures> all() {
        var then = page.compared();
        return then == null
                ? page.funnel().stages().stream()
                : Stream.concat(page.funnel().stages().stream(), then.then().stages().stream());
    }

    private Chart.@Nullable Before thin(
            StageFigures stage, ToDoubleFunction<Tally> length, Function<Tally, String> text, double widest) {
        var then = page.compared();
        if (then == null) {
            return null;
        }
        var tally = shown(then.then(stage));
        var percent = widest == 0 ? 0 : 100 * length.applyAsDouble(tally) / widest;
        return new Chart.Before(percent, ui.t("funnel.compare.before", text.apply(tally)));
    }

    /** Deals that stand in the stage, or, built up, in it or below it. */
    private Tally shown(StageFigures stage) {
        return page.builtUp() ? stage.entered() : stage.inWork();
    }

    private Figure figure() {
        return page.builtUp() ? Figure.ENTERED : Figure.IN_WORK;
    }

    private Chart.Row count(StageFigures stage, long widest) {
        var count = shown(stage).count();
        var length = widest == 0 ? 0 : 100.0 * count / widest;
        var name = stage.stage().name();
        var label = name + ": " + page.number(count);
        var href = page.deals(stage, figure());
        var bars = count == 0 ? List.<Chart.Bar>of() : List.of(new Chart.Bar("m-open", 0, length, href, label));
        var probability = page.probability(stage);
        var all = page.funnel().totals().all().count();
        var numbers = List.of(
                new Chart.Number(page.number(count), href, "strong", ""),
                Chart.Number.plain(all < FunnelPage.ENOUGH ? "–" : ui.f().percent((double) count / all)),
                Chart.Number.plain(page.share(probability)));
        var mark = Chart.Mark.of(page.number(count), length, length);
        return new Chart.Row(name, true, note(stage), label, bars, mark, numbers, days(stage));
    }

    private Chart.Row amount(StageFigures stage, double widest) {
        var potential = shown(stage).amount();
        var expected = page.expected(stage);
        var name = stage.stage().name();
        var label = ui.t("funnel.chart.expectedLabel", name, page.money(potential), page.money(expected));
        var href = page.deals(stage, figure());
        var bars = new ArrayList<Chart.Bar>();
        if (potential.signum() > 0) {
            bars.add(new Chart.Bar("m-hope", 0, percent(potential, widest), href, label));
        }
        if (expected != null && expected.signum() > 0) {
            bars.add(new Chart.Bar("m-won", 0, percent(expected, widest), href, label));
        }
        var numbers = List.of(new Chart.Number(page.amount(potential), href, "strong", ""));
        var drops = expected == null
                ? List.of(Chart.Number.plain(ui.t("funnel.drop.noProbability." + FunnelPage.word(page.chance()))))
                : List.of(Chart.Number.plain(ui.t("funnel.drop.expected", page.amount(expected))));
        return new Chart.Row(name, true, "", label, bars, new Chart.Mark("", true, 0), numbers, drops);
    }

    private static double percent(BigDecimal amount, double widest) {
        return widest == 0 ? 0 : 100 * amount.doubleValue() / widest;
    }

    private String note(StageFigures stage) {
        var norm = stage.stage().normDays();
        return norm == null ? "" : ui.t("funnel.stage.norm", norm);
    }

    /** How long the deals have been standing in the stage. */
    private List<Chart.Number> days(StageFigures stage) {
        var days = stage.days();
        return days.known() == 0
                ? List.of(Chart.Number.plain(ui.t("funnel.drop.noDays")))
                : List.of(Chart.Number.link(
                        ui.t("funnel.drop.days", page.days(days.median()), page.days(days.average())),
                        page.deals(stage, Figure.TIMED)));
    }
}
