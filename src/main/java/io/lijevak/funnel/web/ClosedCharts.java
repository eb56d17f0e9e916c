package io.lijevak.funnel.web;

import io.lijevak.funnel.Figure;
import io.lijevak.funnel.StageFigures;
import io.lijevak.funnel.Tally;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The charts of what became of deals: number of deals, and their amounts, side by side in the same rows. */
public final class ClosedCharts {
    private final FunnelPage page;
    private final Ui ui;

    public ClosedCharts(FunnelPage page) {
        this.page = page;
        this.ui = page.ui();
    }

    /** How a chart reads a tally. */
    private record Measure(Function<Tally, Double> length, Function<Tally, String> text, double widest) {
        double percent(Tally tally) {
            return widest == 0 ? 0 : 100 * length.apply(tally) / widest;
        }
    }

    public Chart counts() {
        var measure = measure(tally -> (double) tally.count(), tally -> page.number(tally.count()));
        var rows = new ArrayList<Chart.Row>();
        StageFigures before = null;
        for (var stage : page.funnel().stages()) {
            rows.add(row(stage, measure, shares(stage.entered().count(), before), countDrops(stage))
                    .with(thin(stage, measure)));
            before = page.retired(stage) ? before : stage;
        }
        rows.add(won(measure, shares(page.funnel().totals().won().count(), before))
                .with(thinWon(measure)));
        return new Chart(
                false,
                ui.t("funnel.stage"),
                List.of(
                        ui.t("funnel.chart.deals"),
                        ui.t("funnel.figure.entered.head"),
                        ui.t("funnel.chart.ofPrevious"),
                        ui.t("funnel.chart.ofFirst")),
                rows,
                ui.t("funnel.chart.ofPreviousHelp"));
    }

    public Chart amounts() {
        var measure = measure(tally -> tally.amount().doubleValue(), page::amount);
        var rows = new ArrayList<Chart.Row>();
        for (var stage : page.funnel().stages()) {
            rows.add(row(stage, measure, List.of(), amountDrops(stage)).with(thin(stage, measure)));
        }
        rows.add(won(measure, List.of()).with(thinWon(measure)));
        return new Chart(
                true,
                ui.t("funnel.stage"),
                List.of(
                        ui.t("funnel.chart.potential", page.amountHead()),
                        ui.t("funnel.chart.enteredAmount", page.funnel().currency())),
                rows,
                "");
    }

    private Measure measure(Function<Tally, Double> length, Function<Tally, String> text) {
        var then = page.compared();
        var funnels = then == null ? List.of(page.funnel()) : List.of(page.funnel(), then.then());
        var widest = funnels.stream()
                .flatMap(funnel -> Stream.concat(
                        funnel.stages().stream().map(StageFigures::entered),
                        Stream.of(funnel.totals().won())))
                .mapToDouble(length::apply)
                .max()
                .orElse(0);
        return new Measure(length, text, widest);
    }

    private Chart.@Nullable Before thin(StageFigures stage, Measure measure) {
        var then = page.compared();
        return then == null ? null : thin(then.then(stage).entered(), measure);
    }

    private Chart.@Nullable Before thinWon(Measure measure) {
        var then = page.compared();
        return then == null ? null : thin(then.then().totals().won(), measure);
    }

    private Chart.Before thin(Tally tally, Measure measure) {
        return new Chart.Before(measure.percent(tally), ui.t("funnel.compare.before", measure.text.apply(tally)));
    }

    private Chart.Row row(StageFigures stage, Measure measure, List<Chart.Number> shares, List<Chart.Number> drops) {
        var numbers = new ArrayList<Chart.Number>();
        numbers.add(strong(measure.text.apply(stage.entered()), page.deals(stage, Figure.ENTERED)));
        numbers.addAll(shares);
        var name = stage.stage().name();
        var label = ui.t(
                "funnel.chart.label",
                name,
                measure.text.apply(stage.entered()),
                measure.text.apply(stage.won()),
                measure.text.apply(stage.lost()),
                measure.text.apply(stage.inWork()));
        return new Chart.Row(
                name,
                true,
                note(stage),
                label,
                bars(stage, measure),
                mark(stage.won(), stage.entered(), measure, ""),
                numbers,
                drops);
    }

    private List<Chart.Bar> bars(StageFigures stage, Measure measure) {
        var bars = new ArrayList<Chart.Bar>();
        var from = 0.0;
        from = bar(bars, stage, Figure.WON, stage.won(), "m-won", from, measure);
        from = bar(bars, stage, Figure.LOST, stage.lost(), "m-lost", from, measure);
        from = bar(bars, stage, Figure.IN_WORK, stage.inWork(), "m-open", from, measure);
        bar(bars, stage, Figure.RETURNED, stage.returned(), "m-returned", from, measure);
        return bars;
    }

    private double bar(
            List<Chart.Bar> bars,
            StageFigures stage,
            Figure figure,
            Tally tally,
            String css,
            double from,
            Measure measure) {
        var length = measure.percent(tally);
        if (length <= 0) {
            return from;
        }
        var label = stage.stage().name() + ", " + ui.t("funnel.figure." + FunnelPage.word(figure)) + ": "
                + measure.text.apply(tally);
        bars.add(new Chart.Bar(css, from, length, page.deals(stage, figure), label));
        return from + length;
    }

    /** The row of what was won in the end. */
    private Chart.Row won(Measure measure, List<Chart.Number> shares) {
        var won = page.funnel().totals().won();
        var text = measure.text.apply(won);
        var name = ui.t("funnel.chart.won");
        var bars = measure.percent(won) <= 0
                ? List.<Chart.Bar>of()
                : List.of(new Chart.Bar("m-won", 0, measure.percent(won), page.deals(Figure.WON), name + ": " + text));
        var numbers = new ArrayList<Chart.Number>();
        numbers.add(strong(text, page.deals(Figure.WON)));
        numbers.addAll(shares);
        return new Chart.Row(
                name, false, "", name + ": " + text, bars, mark(won, won, measure, "✓ "), numbers, List.of());
    }

    private static Chart.Mark mark(Tally inside, Tally whole, Measure measure, String sign) {
        var text = sign + measure.text.apply(inside);
        return Chart.Mark.of(text, measure.percent(inside), measure.percent(whole));
    }

    private List<Chart.Number> shares(long count, @Nullable StageFigures before) {
        if (!page.enough()) {
            return List.of(Chart.Number.plain("–"), Chart.Number.plain("–"));
        }
        var first = page.funnel().stages().getFirst().entered().count();
        return List.of(
                Chart.Number.plain(
                        before == null ? "–" : share(count, before.entered().count())),
                Chart.Number.plain(share(count, first)));
    }

    private String share(long part, long whole) {
        return whole == 0 ? "–" : ui.f().percent((double) part / whole);
    }

    private List<Chart.Number> countDrops(StageFigures stage) {
        var drops = new ArrayList<Chart.Number>();
        if (stage.lost().count() > 0) {
            var share = page.enough() ? ", " + page.share(stage.lossShare()) : "";
            drops.add(lost(page.number(stage.lost().count()), stage, share));
        }
        if (stage.inWork().count() > 0) {
            var text = ui.t("funnel.drop.work", page.number(stage.inWork().count()));
            drops.add(Chart.Number.link(text, page.deals(stage, Figure.IN_WORK)));
        }
        if (stage.returned().count() > 0) {
            var text = ui.t("funnel.drop.returned", page.number(stage.returned().count()));
            drops.add(Chart.Number.link(text, page.deals(stage, Figure.RETURNED)));
        }
        return drops;
    }

    private List<Chart.Number> amountDrops(StageFigures stage) {
        if (stage.lost().amount().signum() == 0) {
            return List.of();
        }
        var lost = stage.lost().amount().doubleValue();
        var decided = lost + stage.won().amount().doubleValue();
        var share = page.enough() ? ", " + page.share(OptionalDouble.of(lost / decided)) : "";
        return List.of(lost(page.amount(stage.lost()), stage, share));
    }

    private Chart.Number lost(String text, StageFigures stage, String share) {
        return new Chart.Number(ui.t("funnel.drop.lost", text), page.deals(stage, Figure.LOST), "lost", share);
    }

    private String note(StageFigures stage) {
        var norm = stage.stage().normDays();
        var median = stage.days().median();
        if (norm == null) {
            return median == null ? "" : ui.t("funnel.stage.median", page.days(median));
        }
        return median == null ? ui.t("funnel.stage.norm", norm) : ui.t("funnel.stage.both", norm, page.days(median));
    }

    private static Chart.Number strong(String text, String href) {
        return new Chart.Number(text, href, "strong", "");
    }
}
