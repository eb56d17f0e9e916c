package io.lijevak.funnel.web;

import io.lijevak.funnel.Dimension;
import io.lijevak.funnel.GroupWords;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.MatrixParameters;
import io.lijevak.funnel.MatrixQuery;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import java.util.ArrayList;
import java.util.List;

/** What rows, columns and cells of a matrix may be. */
public record MatrixChoices(Ui ui, MatrixQuery query, List<Dimension> dimensions, List<Indicator> indicators) {
    private static final int MOST = 2;

    /** One select of groupings: the outer one, or the one in it. */
    public record Grouping(String name, String id, String label, List<Option> options, String chosen) {}

    /** A measure that may be ticked. */
    public record Tick(String value, String label, boolean chosen) {}

    public List<Grouping> groupings() {
        var groupings = new ArrayList<Grouping>();
        for (var place = 0; place < MOST; place++) {
            groupings.add(grouping(MatrixParameters.ROWS, query.rows(), place));
        }
        for (var place = 0; place < MOST; place++) {
            groupings.add(grouping(MatrixParameters.COLUMNS, query.columns(), place));
        }
        return groupings;
    }

    private Grouping grouping(String name, List<Dimension> chosen, int place) {
        var options = new ArrayList<Option>();
        options.add(new Option(MatrixParameters.NOTHING, ui.t(place == 0 ? "funnel.matrix.all" : "funnel.matrix.no")));
        dimensions.forEach(dimension ->
                options.add(new Option(dimension.key(), dimension.name(GroupWords.of(ui::t, ui.f())))));
        return new Grouping(
                name,
                "matrix-" + name + place,
                ui.t("funnel.matrix." + name + (place == 0 ? "" : ".inner")),
                options,
                place < chosen.size() ? chosen.get(place).key() : MatrixParameters.NOTHING);
    }

    public List<Tick> measures() {
        return indicators.stream()
                .filter(indicator -> !(indicator instanceof NamedFormula formula && formula.retired())
                        || query.measures().contains(indicator))
                .map(indicator -> new Tick(
                        indicator.key(),
                        new IndicatorWords(ui, 0).name(indicator),
                        query.measures().contains(indicator)))
                .toList();
    }
}
