package io.lijevak.funnel;

import io.lijevak.funnel.Formula.Choice;
import io.lijevak.funnel.Formula.Combined;
import io.lijevak.funnel.Formula.Constant;
import io.lijevak.funnel.Formula.Known;
import io.lijevak.funnel.Formula.Operation;
import io.lijevak.funnel.Formula.Term;
import io.lijevak.platform.InvalidInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a formula from left to right: sums of products of numbers, measures, brackets and functions. What cannot be read
 * is refused with its place, counted from 1.
 */
final class FormulaParser {
    static final int LONGEST = 500;
    static final int DEEPEST = 20;
    private static final int MOST_DIGITS = 18;
    private static final Map<String, Operation> FUNCTIONS =
            Map.of("min", Operation.MIN, "max", Operation.MAX, "percent", Operation.PERCENT);
    private static final List<String> COMPARISONS = List.of("<=", ">=", "<>", "<", ">", "=");
    private final String text;
    private int at;
    private int depth;

    FormulaParser(String text) {
        this.text = text;
    }

    Term formula() {
        if (text.isEmpty()) {
            throw InvalidInput.at("text", "platform.problem.required");
        }
        if (text.length() > LONGEST) {
            throw problem(LONGEST, "long", String.valueOf(LONGEST));
        }
        var term = sum();
        if (!atEnd()) {
            throw unexpected();
        }
        return term;
    }

    private Term sum() {
        var term = product();
        while (true) {
            if (takes("+")) {
                term = combined(Operation.PLUS, term, product());
            } else if (takes("-")) {
                term = combined(Operation.MINUS, term, product());
            } else {
                return term;
            }
        }
    }

    private Term product() {
        var term = factor();
        while (true) {
            if (takes("*")) {
                term = combined(Operation.TIMES, term, factor());
            } else if (takes("/")) {
                term = combined(Operation.DIVIDED, term, factor());
            } else {
                return term;
            }
        }
    }

    private Term factor() {
        if (++depth > DEEPEST) {
            throw problem(at, "deep", String.valueOf(DEEPEST));
        }
        var term = factorHere();
        depth--;
        return term;
    }

    private Term factorHere() {
        if (takes("-")) {
            return combined(Operation.MINUS, new Constant(BigDecimal.ZERO), factor());
        }
        if (takes("(")) {
            var term = sum();
            must(")");
            return term;
        }
        if (atEnd()) {
            throw unexpected();
        }
        if (Character.isDigit(text.charAt(at))) {
            return number();
        }
        return Character.isLetter(text.charAt(at)) ? named() : refuse();
    }

    private Term refuse() {
        throw unexpected();
    }

    private Term number() {
        var start = at;
        while (at < text.length() && (isDigit() || text.charAt(at) == '.')) {
            at++;
        }
        var written = text.substring(start, at);
        if (!written.matches("[0-9]+(\\.[0-9]+)?") || written.length() > MOST_DIGITS) {
            throw problem(start, "number", written);
        }
        return new Constant(new BigDecimal(written));
    }

    private Term named() {
        var start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        var written = text.substring(start, at);
        var name = written.toLowerCase(Locale.ROOT);
        if (name.equals("if")) {
            return choice();
        }
        var function = FUNCTIONS.get(name);
        if (function != null) {
            return function(function);
        }
        for (var measure : Measure.values()) {
            if (measure.code().equals(name)) {
                return new Known(measure);
            }
        }
        throw problem(start, "name", written);
    }

    private Term function(Operation operation) {
        must("(");
        var parts = new ArrayList<Term>();
        parts.add(sum());
        do {
            separator();
            parts.add(sum());
        } while (operation != Operation.PERCENT && isSeparator());
        must(")");
        return new Combined(operation, parts);
    }

    private Term choice() {
        must("(");
        var left = sum();
        var comparison = COMPARISONS.stream().filter(this::takes).findFirst();
        if (comparison.isEmpty()) {
            throw problem(at, "comparison", String.join(" ", COMPARISONS));
        }
        var right = sum();
        separator();
        var then = sum();
        separator();
        var otherwise = sum();
        must(")");
        return new Choice(comparison.get(), List.of(left, right, then, otherwise));
    }

    private void separator() {
        if (!takes(",")) {
            must(";");
        }
    }

    private boolean isSeparator() {
        skip();
        return at < text.length() && ",;".indexOf(text.charAt(at)) >= 0;
    }

    private void must(String expected) {
        if (!takes(expected)) {
            throw problem(at, "expected", expected);
        }
    }

    private boolean takes(String expected) {
        skip();
        if (text.startsWith(expected, at)) {
            at += expected.length();
            return true;
        }
        return false;
    }

    private void skip() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean atEnd() {
        skip();
        return at >= text.length();
    }

    private boolean isDigit() {
        return text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private InvalidInput unexpected() {
        return atEnd() ? problem(at, "end", "") : problem(at, "unexpected", text.substring(at, at + 1));
    }

    private static InvalidInput problem(int at, String what, String word) {
        return InvalidInput.at("text", "funnel.formula.error." + what, at + 1, word);
    }

    private static Term combined(Operation operation, Term one, Term other) {
        return new Combined(operation, List.of(one, other));
    }
}
