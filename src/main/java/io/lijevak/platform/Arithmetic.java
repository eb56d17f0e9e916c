package io.lijevak.platform;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calculates printed formulas: {@code + − × /}, brackets, {@code max(a, b)}, numbers, and codes of inputs in braces. */
final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\{([\\w.-]+)}|(\\d+(?:\\.\\d+)?)|max|[-+−×/(),]");
    private static final Pattern CODE = Pattern.compile("\\{([\\w.-]+)}");

    private final Matcher tokens;
    private final Map<String, Double> values;
    private String token = "";

    private Arithmetic(String formula, Map<String, Double> values) {
        this.tokens = TOKEN.matcher(formula);
        this.values = values;
        next();
    }

    /** The codes that the formula names. */
    static List<String> codes(String formula) {
        return CODE.matcher(formula)
                .results()
                .map(code -> code.group(1))
                .distinct()
                .toList();
    }

    /** Null where it would divide by zero. */
    static @Nullable Double of(String formula, Map<String, Double> values) {
        var found = new Arithmetic(formula, values).sum();
        return Double.isFinite(found) ? Double.valueOf(found) : null;
    }

    private void next() {
        token = tokens.find() ? tokens.group() : "";
    }

    private boolean skip(String sign) {
        var here = token.equals(sign);
        if (here) {
            next();
        }
        return here;
    }

    private double sum() {
        var sum = product();
        while (true) {
            if (skip("+")) {
                sum += product();
            } else if (skip("−")) {
                sum -= product();
            } else {
                return sum;
            }
        }
    }

    private double product() {
        var product = factor();
        while (true) {
            if (skip("×")) {
                product *= factor();
            } else if (skip("/")) {
                product /= factor();
            } else {
                return product;
            }
        }
    }

    private double factor() {
        if (skip("(")) {
            var inner = sum();
            skip(")");
            return inner;
        }
        if (skip("max")) {
            skip("(");
            var first = sum();
            skip(",");
            var second = sum();
            skip(")");
            return Math.max(first, second);
        }
        var code = tokens.group(1);
        var value = code == null ? Double.parseDouble(token) : values.getOrDefault(code, Double.NaN);
        next();
        return value;
    }
}
