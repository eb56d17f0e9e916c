package io.lijevak.funnel.web;

import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.Figures;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.funnel.Passport;
import io.lijevak.platform.web.NumberPassport;
import java.util.Comparator;
import java.util.List;

/** What the measure or formula of a passport tells, and what it is made of. */
record PassportMeasure(IndicatorWords words, Passport passport, Indicator indicator) {
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

    /** The measures that a formula is made of, with their own passports. */
    List<NumberPassport.Input> inputs() {
        return indicator instanceof NamedFormula named
                ? named.formula().measures().stream()
                        .sorted(Comparator.comparing(Measure::code))
                        .map(this::input)
                        .toList()
                : List.of();
    }

    private NumberPassport.Input input(Measure measure) {
        var cell = passport.cell().of(measure.figure());
        return new NumberPassport.Input(
                words.name(measure),
                measure.code(),
                words.text(measure, passport.figures()),
                "",
                PassportPage.of(cell.text(), measure));
    }
}
