package io.lijevak.funnel.web;

import io.lijevak.funnel.Measure;
import io.lijevak.funnel.NamedFormula;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Ui;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a formula, with what it may be made of. */
public record FormulaPage(Ui ui, Form form) {
    /** A word of the language of formulas, and what it means. */
    public record Word(String code, String meaning) {}

    /** A refused formula around the letter where it cannot be read. */
    public record Place(String before, String there, String after) {}

    public List<Word> measures() {
        return Stream.of(Measure.values())
                .map(measure -> new Word(measure.code(), new IndicatorWords(ui, 0).name(measure)))
                .toList();
    }

    public List<Word> functions() {
        return Stream.of("if(a > b, x, y)", "min(a, b)", "max(a, b)", "percent(a, b)")
                .map(call -> new Word(call, ui.t("funnel.formula.function." + call.substring(0, call.indexOf('(')))))
                .toList();
    }

    public List<Option> formats() {
        return Stream.of(NamedFormula.Format.values())
                .map(format -> Option.of(format, ui.t("funnel.formula.format." + format)))
                .toList();
    }

    /** Where the formula cannot be read; null when nothing is wrong with it. */
    public @Nullable Place place() {
        var problem = form.problem("text");
        if (problem == null
                || problem.arguments().isEmpty()
                || !(problem.arguments().getFirst() instanceof Integer letter)) {
            return null;
        }
        var text = form.value("text").strip();
        var at = Math.clamp(letter - 1, 0, text.length());
        var next = Math.min(at + 1, text.length());
        return new Place(text.substring(0, at), at == next ? "▲" : text.substring(at, next), text.substring(next));
    }
}
