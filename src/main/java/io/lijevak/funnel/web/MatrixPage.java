package io.lijevak.funnel.web;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.Figures;
import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.HonestFunnel;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Matrix;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A matrix as its page shows it.
 *
 * @param link the page's own address with its state in canonical form
 * @param revision of the business data that the answer was computed from
 * @param greatest the greatest single cell of each measure, by which the others are shaded
 */
public record MatrixPage(Ui ui, Matrix matrix, PageLink link, long revision, Map<Indicator, Double> greatest) {
    /** Wider tables are read in a spreadsheet. */
    private static final int MOST_COLUMNS = 60;

    private static final int SHADES = 4;

    /** A row or column of the table by the values of its groupings, and whether it sums up others; of no values: all. */
    public record Head(List<String> values, List<String> names, boolean sum) {
        public String name() {
            return names.getLast();
        }

        /** From the outer grouping to the inner one, such as "Team North › Ana". */
        public String path() {
            return String.join(" › ", names);
        }

        public int level() {
            return values.size();
        }
    }

    /** A number of a cell. */
    public record Number(
            String text,
            @Nullable String href,
            String shade,
            String label,
            @Nullable String missing) {}

    static MatrixPage of(Ui ui, Matrix matrix, PageLink link, long revision) {
        var greatest = new HashMap<Indicator, Double>();
        matrix.query().measures().forEach(measure -> greatest.put(measure, greatest(matrix, measure)));
        return new MatrixPage(ui, matrix, link, revision, greatest);
    }

    private static double greatest(Matrix matrix, Indicator measure) {
        var query = matrix.query();
        return matrix.answer().cells().entrySet().stream()
                .filter(cell -> cell.getKey().rows().size() == query.rows().size()
                        && cell.getKey().columns().size() == query.columns().size())
                .map(cell -> measure.of(cell.getValue()))
                .filter(Objects::nonNull)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(0);
    }

    public List<Indicator> measures() {
        return matrix.query().measures();
    }

    public List<Head> rows() {
        return heads(matrix.rows(), matrix.query().rows());
    }

    /** The columns that the page has room for, the sum last. */
    public List<Head> columns() {
        var heads = allColumns();
        return heads.size() <= MOST_COLUMNS + 1
                ? heads
                : Stream.concat(heads.stream().limit(MOST_COLUMNS), Stream.of(heads.getLast()))
                        .toList();
    }

    /** How many columns the page leaves out. */
    public int left() {
        return allColumns().size() - columns().size();
    }

    List<Head> allColumns() {
        return heads(matrix.columns(), matrix.query().columns());
    }

    private List<Head> heads(List<List<String>> values, List<Dimension> dimensions) {
        var heads = new ArrayList<Head>();
        values.forEach(head ->
                heads.add(new Head(head, matrix.names(dimensions, head, words()), head.size() < dimensions.size())));
        heads.add(new Head(List.of(), List.of(ui.t("funnel.matrix.sum")), true));
        return heads;
    }

    GroupWords words() {
        return GroupWords.of(ui::t, ui.f());
    }

    /** Whether any cell has something of a measure. */
    boolean has(Indicator measure) {
        return greatest.getOrDefault(measure, 0.0) > 0;
    }

    /** The numbers of a cell, in the order of the measures. */
    public List<Number> cell(Head row, Head column) {
        return measures().stream().map(measure -> number(row, column, measure)).toList();
    }

    private Number number(Head row, Head column, Indicator measure) {
        var figures = matrix.at(row.values(), column.values());
        var value = measure.of(figures);
        var none = figures.entered().count() == 0;
        var text = none ? "" : indicators().text(measure, figures);
        var label = row.path() + ", " + column.path() + ", " + indicators().name(measure) + ": " + text;
        var opens = opensPassports() ? !none : !none && value != null && !(isCount(measure) && value.signum() == 0);
        return new Number(
                text,
                opens ? opened(row, column, measure) : null,
                row.sum() || column.sum() || tooFew(measure, figures) ? "" : shade(measure, value),
                label,
                none ? null : indicators().missing(measure, figures));
    }

    /** The list of the deals or events that the number is taken of, or its passport. */
    private String opened(Head row, Head column, Indicator measure) {
        var cell = matrix.cell(row.values(), column.values(), measure.figure());
        if (opensPassports()) {
            return PassportPage.of(cell.text(), measure);
        }
        return (measure instanceof EventMeasure events ? events.list(cell) : cell.list()).toString();
    }

    /** Whether the numbers open their passports rather than their deals. */
    public boolean opensPassports() {
        return funnel().opensPassports();
    }

    /** The same page with numbers that open the other. */
    public String otherNumbers() {
        return funnel().otherNumbers();
    }

    /** Whether a share of so few deals says nothing. */
    private static boolean tooFew(Indicator measure, Figures figures) {
        return measure instanceof Measure one
                && one.kind() == Measure.Kind.SHARE
                && IndicatorWords.decided(figures) < Rates.ENOUGH;
    }

    private IndicatorWords indicators() {
        return new IndicatorWords(ui, 0);
    }

    private static boolean isCount(Indicator measure) {
        return measure instanceof EventMeasure || measure instanceof Measure one && one.kind() != Measure.Kind.SHARE;
    }

    /** One of the shades, by the share of the greatest cell of the measure. */
    private String shade(Indicator measure, @Nullable BigDecimal value) {
        var most = greatest.getOrDefault(measure, 0.0);
        if (value == null || value.signum() <= 0 || most <= 0) {
            return "";
        }
        return "heat-" + Math.clamp((int) Math.ceil(SHADES * value.doubleValue() / most), 1, SHADES);
    }

    /** What rows and columns are, such as "Stage › Seller". */
    public String corner() {
        var query = matrix.query();
        var rows = names(query.rows());
        var columns = names(query.columns());
        return columns.isEmpty() ? rows : rows.isEmpty() ? columns : rows + " / " + columns;
    }

    private String names(List<Dimension> dimensions) {
        return String.join(
                " › ",
                dimensions.stream().map(dimension -> dimension.name(words())).toList());
    }

    public String name(Indicator measure) {
        return indicators().name(measure) + (IndicatorWords.isAmount(measure) ? ", " + matrix.currency() : "");
    }

    /** The formulas in the table, with what they count. */
    public List<NamedFormula> formulas() {
        return measures().stream()
                .filter(NamedFormula.class::isInstance)
                .map(NamedFormula.class::cast)
                .toList();
    }

    public String foot() {
        return ui.t("funnel.matrix.foot", Rates.ENOUGH);
    }

    public boolean empty() {
        return matrix.answer().cells().isEmpty();
    }

    /** The same question without groups, in words. */
    public FunnelPage funnel() {
        return new FunnelPage(ui, matrix.whole(), HonestFunnel.NONE, null, link, revision);
    }

    public FunnelStory story() {
        return new FunnelStory(funnel());
    }
}
