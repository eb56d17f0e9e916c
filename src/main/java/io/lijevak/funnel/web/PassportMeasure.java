package io.lijevak.funnel.web;

import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.Figures;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.funnel.Passport;
import java.util.Comparator;
import java.util.List;

/** What the measure or formula of a passport tells, and what it is made of. */
public record PassportMeasure(IndicatorWords words, Passport passport, Indicator indicator) {
    /** A measure that a formula is made of, with its own passport. */
    public record Input(String code, String name, String text, String href) {}

    public String name() {
        return words.name(indicator);
    }

    /** The number with the currency of amounts, and why where there is none. */
    public String value() {
        var missing = words.missing(indicator, passport.figures());
        var unit = IndicatorWords.isAmount(indicator) && passport.value() != null
                ? "\u00a0" + passport.funnel().currency()
                : "";
        return text(passport.figures()) + unit + (missing == null ? "" : " · " + missing);
    }

    String text(Figures figures) {
        return words.text(indicator, figures);
    }

    /** Empty for a number of deals, which the definition of the deals says. */
    public String definition() {
        return words.definition(indicator);
    }

    /** The list of the events that are counted, empty for other measures. */
    public String events() {
        return indicator instanceof EventMeasure events
                ? events.list(passport.cell()).toString()
                : "";
    }

    /** The text of the formula, empty for a measure. */
    public String formula() {
        return indicator instanceof NamedFormula named ? named.formula().text() : "";
    }

    public List<Input> inputs() {
        return indicator instanceof NamedFormula named
                ? named.formula().measures().stream()
                        .sorted(Comparator.comparing(Measure::code))
                        .map(this::input)
                        .toList()
                : List.of();
    }

    private Input input(Measure measure) {
        var cell = passport.cell().of(measure.figure());
        return new Input(
                measure.code(),
                words.name(measure),
                words.text(measure, passport.figures()),
                PassportPage.of(cell.text(), measure));
    }
}
