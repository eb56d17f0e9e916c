package io.lijevak.funnel.web;

import io.lijevak.funnel.Decomposition.Kind;
import io.lijevak.funnel.Decomposition.Part;
import io.lijevak.funnel.Difference;
import io.lijevak.funnel.Figure;
import io.lijevak.funnel.FunnelFilter;
import io.lijevak.funnel.FunnelQuery;
import io.lijevak.funnel.FunnelStage;
import io.lijevak.funnel.PeriodRule;
import io.lijevak.platform.web.Export;
import io.lijevak.platform.web.ReportTables;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of a difference as rows of a table, each with its bar of the waterfall and the deals behind it. */
public final class Waterfall {
    private final Difference difference;
    private final CompareStory story;
    private final FunnelPage page;
    private final Ui ui;

    /** A value with the list of the deals behind it; without an address plain text, without a number a dash. */
    public record Value(
            String text, @Nullable Number number, @Nullable String href) {}

    /**
     * @param css of the bar
     * @param x where the bar begins, percent of the width
     * @param amount what it adds, or, of the two ends, what was won
     */
    public record Row(
            String name, String css, double x, double width, boolean end, Value amount, Value other, Value own) {
        public String start() {
            return percent(x);
        }

        public String length() {
            return percent(bar());
        }

        /** What is left of the width behind the bar. */
        public String rest() {
            return percent(Math.max(0, 100 - x - bar()));
        }

        private double bar() {
            return Math.max(width, 0.4);
        }

        private static String percent(double value) {
            return String.format(Locale.ROOT, "%.2f%%", value);
        }
    }

    public Waterfall(Difference difference, FunnelPage page, CompareStory story) {
        this.difference = difference;
        this.page = page;
        this.story = story;
        this.ui = page.ui();
    }

    FunnelPage page() {
        return page;
    }

    CompareStory story() {
        return story;
    }

    public List<Row> rows() {
        var scale = new Scale();
        var rows = new ArrayList<Row>();
        var level = difference.decomposition().from();
        rows.add(end(story.other(), difference.decomposition().from(), "m-before", scale, false));
        for (var part : difference.decomposition().parts()) {
            if (!isEmpty(part)) {
                rows.add(part(part, level, scale));
            }
            level = level.add(part.effect());
        }
        rows.add(end(own(), difference.decomposition().to(), "m-won", scale, true));
        return rows;
    }

    /** What is compared with what. */
    public String lede() {
        return ui.t("funnel.difference.lede", page.funnel().type().name(), own(), story.other());
    }

    /** How the parts come about. */
    public String note() {
        var closed = page.query().rule() == PeriodRule.CLOSED;
        return ui.t(closed ? "funnel.difference.note.closed" : "funnel.difference.note.other") + " "
                + ui.t("funnel.difference.note");
    }

    Export export(FunnelControls controls) {
        var story = new FunnelStory(page);
        var words = new Export.Words(
                ui.t("funnel.difference.title"),
                ui.t("funnel.difference.title"),
                lede() + " " + total(),
                controls.facts(
                        page.funnel().type().name(),
                        new Export.Fact(story.ruleName(), story.rule()),
                        new Export.Fact(ui.t("funnel.control.compare"), this.story.other())),
                page.funnel().asOf());
        return Export.ofReport(
                ui,
                words,
                ReportTables.of(List.of(table()), note()),
                () -> new Export.Print(
                        "funnel/printDifference", Map.of("page", page, "story", this.story, "waterfall", this)));
    }

    private ReportTables.Table table() {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (var row : rows()) {
            rows.add(ReportTables.row(
                    row.name(),
                    row.amount().number(),
                    row.other().number(),
                    row.own().number()));
        }
        return new ReportTables.Table(
                List.of(
                        ui.t("funnel.difference.part"),
                        ui.t("funnel.difference.effect") + ", " + page.amountHead(),
                        story.other(),
                        own()),
                rows);
    }

    /** The period of the page's own question. */
    public String own() {
        return ui.f().date(page.query().period().from()) + " – "
                + ui.f().date(page.query().period().to());
    }

    /** The difference in words and money. */
    public String total() {
        var decomposition = difference.decomposition();
        return story.amount(decomposition.to().subtract(decomposition.from())) + " ("
                + page.funnel().currency() + ")";
    }

    /** Lost deals of stages that are no steps any more are told only where there are some. */
    private boolean isEmpty(Part part) {
        return part.kind() == Kind.STAGE
                && part.place() >= steps().size()
                && part.effect().signum() == 0;
    }

    private List<FunnelStage> steps() {
        return page.funnel().type().steps();
    }

    private Row end(String name, BigDecimal amount, String css, Scale scale, boolean first) {
        var href = deals(first, null, Figure.WON);
        var value = new Value(ui.f().decimal(amount, 2), amount, href);
        var none = new Value("", null, null);
        return new Row(
                name,
                css,
                scale.at(BigDecimal.ZERO),
                scale.at(amount) - scale.at(BigDecimal.ZERO),
                true,
                value,
                first ? none : value,
                first ? value : none);
    }

    private Row part(Part part, BigDecimal level, Scale scale) {
        var next = level.add(part.effect());
        var from = scale.at(level.min(next));
        var to = scale.at(level.max(next));
        return new Row(
                name(part),
                part.effect().signum() < 0 ? "m-lost" : "m-won",
                from,
                to - from,
                false,
                new Value(signed(part.effect()), part.effect(), null),
                value(part, false),
                value(part, true));
    }

    private String signed(BigDecimal effect) {
        return (effect.signum() > 0 ? "+" : "") + ui.f().decimal(effect, 2);
    }

    private String name(Part part) {
        return switch (part.kind()) {
            case STAGE ->
                part.place() < steps().size()
                        ? ui.t(
                                "funnel.difference.part.stage",
                                steps().get(part.place()).name())
                        : ui.t("funnel.difference.part.otherStage");
            case MIX ->
                difference
                        .mostMoved()
                        .map(source -> ui.t("funnel.difference.part.mixOf", story.source(source)))
                        .orElse(ui.t("funnel.difference.part.mix"));
            default -> ui.t("funnel.difference.part." + FunnelPage.word(part.kind()));
        };
    }

    private Value value(Part part, boolean first) {
        var all = difference.all(first);
        return switch (part.kind()) {
            case NUMBER ->
                new Value(
                        ui.f().number(all.deals()),
                        all.deals(),
                        FunnelPage.deals(difference.onHand(first), null, Figure.ENTERED));
            case MIX -> mix(first);
            case SPEED -> share(all.decided(), all.deals(), deals(first, null, Figure.DECIDED));
            case STAGE ->
                share(
                        all.reached(part.place() + 1),
                        all.reached(part.place()),
                        part.place() < steps().size()
                                ? deals(first, steps().get(part.place()).id(), Figure.LOST)
                                : null);
            case AMOUNT -> average(all.wonAmount(), all.won(), deals(first, null, Figure.WON));
        };
    }

    private Value average(BigDecimal sum, long number, String href) {
        if (number == 0) {
            return new Value("–", null, href);
        }
        var average = sum.divide(BigDecimal.valueOf(number), 2, RoundingMode.HALF_UP);
        return new Value(ui.f().decimal(average, 2), average, href);
    }

    private Value mix(boolean first) {
        return difference
                .mostMoved()
                .map(source -> new Value(
                        ui.f().percent(difference.share(first, source)),
                        exact(difference.share(first, source)),
                        source == 0
                                ? null
                                : FunnelPage.deals(ofSource(difference.onHand(first), source), null, Figure.ENTERED)))
                .orElse(new Value("–", null, null));
    }

    private static FunnelQuery ofSource(FunnelQuery query, long source) {
        var filter = query.filter();
        return new FunnelQuery(
                query.view(),
                query.dealType(),
                query.period(),
                query.rule(),
                query.asOf(),
                query.potential(),
                query.counting(),
                new FunnelFilter(filter.owner(), filter.team(), source, filter.category(), filter.productGroup()),
                query.known());
    }

    private Value share(long part, long whole, @Nullable String href) {
        if (whole == 0) {
            return new Value("–", null, href);
        }
        var share = (double) part / whole;
        return new Value(ui.f().percent(share), exact(share), href);
    }

    private static BigDecimal exact(double share) {
        return BigDecimal.valueOf(share).setScale(6, RoundingMode.HALF_UP);
    }

    private String deals(boolean first, @Nullable Long stage, Figure figure) {
        var funnel = first ? difference.of().now() : difference.of().then();
        return FunnelPage.deals(funnel.query(), stage, figure);
    }

    /** From the least level to the greatest, zero included. */
    private final class Scale {
        private final double least;
        private final double greatest;

        Scale() {
            var level = difference.decomposition().from();
            var low = level.min(BigDecimal.ZERO);
            var high = level.max(BigDecimal.ONE);
            for (var part : difference.decomposition().parts()) {
                level = level.add(part.effect());
                low = low.min(level);
                high = high.max(level);
            }
            least = low.doubleValue();
            greatest = high.doubleValue();
        }

        double at(BigDecimal amount) {
            return 100 * (amount.doubleValue() - least) / (greatest - least);
        }
    }
}
