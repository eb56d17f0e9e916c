package io.lijevak.platform.web;

import io.lijevak.platform.Reckoning;
import io.lijevak.platform.Reckoning.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a reckoning down as parts of its passport.
 *
 * @param self the address of the passport
 * @param names an input in words, by its code
 */
public record ReckoningWords(Ui ui, Reckoning told, PageLink self, UnaryOperator<String> names) {
    /** A formula of more inputs is printed with its numbers alone. */
    private static final int FEW = 8;

    private static final Pattern CODE = Pattern.compile("\\{([\\w.-]+)}");

    /** The value as it is read, with the currency of an amount; a dash where there is none. */
    public String value() {
        var value = told.value();
        if (value == null) {
            return "–";
        }
        return text(told.unit(), value)
                + (told.unit() == Unit.AMOUNT ? "\u00a0" + ui.company().currency() : "");
    }

    /** The definition, then the formula in words and with its numbers. */
    public List<NumberPassport.Line> lines(String definition) {
        var lines = new ArrayList<NumberPassport.Line>();
        lines.add(NumberPassport.Line.of(ui.t("platform.passport.definition"), definition));
        if (!told.formula().isEmpty()) {
            if (CODE.matcher(told.formula()).results().count() <= FEW) {
                lines.add(NumberPassport.Line.code(
                        ui.t("platform.passport.formula"), replaced(told, code -> names.apply(code.group(1)))));
            }
            lines.add(NumberPassport.Line.code(
                    ui.t("platform.passport.filled"),
                    isShort(told) ? filled(told) : "Σ = " + exact(told.unit(), told.value())));
        }
        return lines;
    }

    /** Long sums stand in the table of the inputs alone. */
    private static boolean isShort(Reckoning of) {
        return of.inputs().size() <= 2 * FEW;
    }

    private String filled(Reckoning of) {
        var values = of.inputs().stream()
                .collect(Collectors.toMap(
                        Reckoning.Input::code, input -> exact(input.unit(), input.value()), (one, other) -> one));
        return replaced(of, code -> values.getOrDefault(code.group(1), "–")) + " = " + exact(of.unit(), of.value());
    }

    private static String replaced(Reckoning of, java.util.function.Function<MatchResult, String> by) {
        return CODE.matcher(of.formula()).replaceAll(code -> java.util.regex.Matcher.quoteReplacement(by.apply(code)));
    }

    public List<NumberPassport.Input> inputs() {
        return told.inputs().stream()
                .map(input -> new NumberPassport.Input(
                        names.apply(input.code()),
                        "",
                        exact(input.unit(), input.value()),
                        input.note(),
                        new ReckoningAddresses(self).of(input.address())))
                .toList();
    }

    /** The second count; {@code most}: how many rows would be read. */
    public NumberPassport.Again again(SecondCount count, long most) {
        var note = ui.t("platform.passport.recount.own")
                + (told.interval().isEmpty() ? "" : " " + ui.t("platform.passport.recount.interval"));
        var href = self.with(SecondCount.RECOUNT, "true").toString();
        if (!count.asked()) {
            return new NumberPassport.Again(note, href, "", null);
        }
        return count.again()
                .map(again -> new NumberPassport.Again(note, href, said(again), again.equal()))
                .orElseGet(() -> new NumberPassport.Again(
                        note,
                        href,
                        ui.t("platform.passport.recount.tooMany", ui.f().number(most)),
                        null));
    }

    private String said(Reckoning.Again again) {
        var ledger = again.told();
        var text =
                ledger.formula().isEmpty() || !isShort(ledger) ? exact(ledger.unit(), ledger.value()) : filled(ledger);
        var differing = told.differing(ledger).stream().map(names).collect(Collectors.joining(", "));
        return ui.t("platform.passport.recounted", text + ends(ledger))
                + (differing.isEmpty() ? "" : " " + ui.t("platform.passport.differing", differing));
    }

    private String ends(Reckoning of) {
        var ends = of.interval().stream()
                .map(input -> exact(input.unit(), input.value()))
                .toList();
        return ends.isEmpty()
                ? ""
                : " · " + ui.t("platform.passport.recounted.interval", ends.getFirst(), ends.getLast());
    }

    private String text(Unit unit, double value) {
        return switch (unit) {
            case COUNT -> whole(value, 1);
            case AMOUNT -> decimal(value, 2);
            case SHARE -> ui.f().percent(value);
            case DAYS, POINTS -> decimal(value, 1);
            case RATIO -> decimal(value, 2);
        };
    }

    /** With enough decimals to calculate by. */
    private String exact(Unit unit, @Nullable Double value) {
        if (value == null) {
            return "–";
        }
        return switch (unit) {
            case COUNT -> whole(value, 2);
            case AMOUNT -> decimal(value, 2);
            case SHARE -> decimal(100 * value, 2) + "\u00a0%";
            case DAYS, POINTS -> decimal(value, 2);
            case RATIO -> decimal(value, 4);
        };
    }

    private String whole(double value, int digits) {
        return value == Math.rint(value) ? ui.f().number(Math.round(value)) : decimal(value, digits);
    }

    private String decimal(double value, int digits) {
        return ui.f().decimal(BigDecimal.valueOf(value), digits);
    }
}
