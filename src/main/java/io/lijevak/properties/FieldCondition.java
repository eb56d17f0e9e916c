package io.lijevak.properties;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What one field must be, as an address says it: {@code where.customer.property.region=3}, {@code
 * where.property.people.between=10..50}.
 *
 * @param path the field, through relations from the listed record on: {@code customer.property.region}
 * @param values as written: ids and constants of lists, numbers with a point, days {@code 2026-11-28}
 */
public record FieldCondition(String path, Operator operator, List<String> values) {
    /** What the parameters of conditions begin with. */
    public static final String PREFIX = "where.";

    private static final String RANGE = "..";
    private static final char ESCAPE = '\\';

    public FieldCondition {
        values = List.copyOf(values);
    }

    /** The parameter of an address that carries the condition. */
    public String parameter() {
        return PREFIX + path + (operator == Operator.EQ ? "" : "." + operator.word());
    }

    /** Its value there. */
    public String written() {
        if (operator.values(0) == 0) {
            return "yes";
        }
        return operator.takesMany()
                ? values.stream().map(FieldCondition::escaped).collect(Collectors.joining(","))
                : String.join(RANGE, values);
    }

    /** Reads a parameter; empty when it is not one of a condition, or has no value. */
    static Optional<FieldCondition> read(String parameter, String value) {
        if (!parameter.startsWith(PREFIX) || value.isBlank()) {
            return Optional.empty();
        }
        var path = parameter.substring(PREFIX.length());
        var dot = path.lastIndexOf('.');
        var operator = dot < 0 ? Optional.<Operator>empty() : Operator.read(path.substring(dot + 1));
        return Optional.of(operator.map(known -> of(path.substring(0, dot), known, value))
                .orElseGet(() -> of(path, Operator.EQ, value)));
    }

    private static FieldCondition of(String path, Operator operator, String value) {
        return new FieldCondition(
                path,
                operator,
                switch (operator) {
                    case FILLED, EMPTY -> List.of();
                    case IN, NOT_IN -> split(value);
                    case BETWEEN -> List.of(value.split("\\.\\.", -1));
                    case EQ, NE, UNDER, GT, GE, LT, LE, CONTAINS, NOT_CONTAINS -> List.of(value);
                });
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace(",", "\\,");
    }

    private static List<String> split(String written) {
        var values = new java.util.ArrayList<String>();
        var value = new StringBuilder();
        for (int n = 0; n < written.length(); n++) {
            var letter = written.charAt(n);
            if (letter == ESCAPE && n + 1 < written.length()) {
                value.append(written.charAt(++n));
            } else if (letter == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else {
                value.append(letter);
            }
        }
        values.add(value.toString());
        return values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
