package io.lijevak.properties;

import io.lijevak.platform.FieldProblem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the written values of a condition by the type of its field; what cannot be is a problem at its place. */
final class FieldValues {
    private static final int LONGEST = 4_000;

    private FieldValues() {}

    /** Texts, numbers, days, flags, and ids as {@link Long}; null when anything was wrong. */
    static @Nullable List<Object> read(
            TypedField field, FieldCondition condition, String at, List<FieldProblem> problems) {
        var given = condition.values();
        if (!field.operators().contains(condition.operator())) {
            problems.add(new FieldProblem(
                    at, "properties.problem.operator", condition.operator().word(), field.label()));
            return null;
        }
        if (given.size() != condition.operator().values(given.size())
                || given.stream().anyMatch(String::isBlank)) {
            problems.add(new FieldProblem(at, "properties.problem.values", field.label()));
            return null;
        }
        var values = new ArrayList<Object>();
        for (var text : given) {
            var value = one(field, text.strip());
            if (value == null) {
                problems.add(new FieldProblem(at, "properties.problem.value", shortened(text), field.label()));
                return null;
            }
            values.add(value);
        }
        if (condition.operator() == Operator.BETWEEN && isBackwards(values)) {
            problems.add(new FieldProblem(at, "properties.problem.range", field.label()));
            return null;
        }
        return values;
    }

    private static @Nullable Object one(TypedField field, String text) {
        return switch (field.type()) {
            case TEXT -> text.length() <= LONGEST && PropertyRules.storable(text) ? text : null;
            case NUMBER, MONEY ->
                text.matches("-?\\d{1,17}([.]\\d{1,10})?") ? PropertyValues.plain(new BigDecimal(text)) : null;
            case DATE -> day(text);
            case FLAG -> Flags.read(text);
            case LIST, MULTI_LIST -> listed(field, text);
            case REFERENCE -> id(text);
        };
    }

    private static @Nullable Object listed(TypedField field, String text) {
        return switch (field.end()) {
            case TypedField.End.Given given -> choice(given.property(), text);
            case TypedField.End.Own own -> constant(own.field(), text);
            case TypedField.End.Related related -> id(text);
        };
    }

    private static @Nullable Object constant(OwnField field, String text) {
        return switch (field.choices()) {
            case OwnField.Choices.Words words ->
                words.constants().stream()
                        .filter(constant -> constant.equalsIgnoreCase(text))
                        .findFirst()
                        .orElse(null);
            case OwnField.Choices.Rows rows -> id(text);
            case OwnField.Choices.Free free -> text;
        };
    }

    /** The id of a value of a list that is named by its id or, for programs, by its name. */
    private static @Nullable Long choice(Property property, String text) {
        return property.choice(text)
                .or(() -> property.choices().stream()
                        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .map(Property.Choice::id)
                .orElse(null);
    }

    private static @Nullable Long id(String text) {
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2199 ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isBackwards(List<Object> values) {
        return switch (values.getFirst()) {
            case BigDecimal from -> from.compareTo((BigDecimal) values.getLast()) > 0;
            case LocalDate from -> from.isAfter((LocalDate) values.getLast());
            default -> false;
        };
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
