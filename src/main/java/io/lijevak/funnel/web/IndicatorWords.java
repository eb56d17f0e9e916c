package io.lijevak.funnel.web;

import io.lijevak.funnel.EventMeasure;
import io.lijevak.funnel.Figures;
import io.lijevak.funnel.Indicator;
import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.platform.web.Ui;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Indicators of cells in words and numbers.
 *
 * @param cents decimals of amounts
 */
record IndicatorWords(Ui ui, int cents) {
    String name(Indicator indicator) {
        return switch (indicator) {
            case NamedFormula formula -> formula.name();
            case EventMeasure events -> ui.t(events.labelKey());
            case Measure one -> ui.t("funnel.measure." + one.key());
        };
    }

    static boolean isAmount(Indicator indicator) {
        return switch (indicator) {
            case NamedFormula formula -> formula.format() == NamedFormula.Format.AMOUNT;
            case EventMeasure events -> false;
            case Measure one -> one.kind() == Measure.Kind.AMOUNT;
        };
    }

    /** What it tells of a cell; a dash where it says nothing. */
    String text(Indicator indicator, Figures figures) {
        var value = indicator.of(figures);
        if (value == null) {
            return "–";
        }
        return switch (indicator) {
            case NamedFormula formula -> text(formula, value);
            case EventMeasure events -> ui.f().number(value.longValue());
            case Measure one ->
                switch (one.kind()) {
                    case DEALS -> ui.f().number(value.longValue());
                    case SHARE -> share(one, value, figures);
                    case AMOUNT -> ui.f().decimal(value, cents);
                    case DAYS -> ui.f().decimal(value, 1);
                };
        };
    }

    private String text(NamedFormula formula, BigDecimal value) {
        return switch (formula.format()) {
            case NUMBER -> ui.f().decimal(value, 2);
            case PERCENT -> ui.f().percent(value.movePointLeft(2).doubleValue());
            case AMOUNT -> ui.f().decimal(value, cents);
            case DAYS -> ui.f().decimal(value, 1);
        };
    }

    private String share(Measure measure, BigDecimal value, Figures figures) {
        var good = measure == Measure.CONVERSION ? figures.won() : figures.lost();
        return new Rates(ui).share(OptionalDouble.of(value.doubleValue()), good.count(), decided(figures));
    }

    static long decided(Figures figures) {
        return figures.won().count() + figures.lost().count();
    }

    /** Why a formula has no number, in words; null when it has one. */
    @Nullable
    String missing(Indicator indicator, Figures figures) {
        var missing = indicator instanceof NamedFormula named
                ? named.formula().of(figures).missing()
                : null;
        return missing == null ? null : ui.t("funnel.formula.missing." + missing);
    }

    /** What it counts, in words. */
    String definition(Indicator indicator) {
        return switch (indicator) {
            case NamedFormula formula -> ui.t("funnel.definition.measure.formula");
            case EventMeasure events -> ui.t(events.texts() + "definition");
            case Measure one ->
                switch (one.kind()) {
                    case DEALS -> "";
                    case AMOUNT ->
                        ui.t("funnel.definition.measure." + (one == Measure.EXPECTED ? one.key() : "amount"));
                    case SHARE, DAYS -> ui.t("funnel.definition.measure." + one.key());
                };
        };
    }
}
