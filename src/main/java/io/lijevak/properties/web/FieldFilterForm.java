package io.lijevak.properties.web;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Formats;
import io.lijevak.properties.FieldCondition;
import io.lijevak.properties.Operator;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.TypedField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition as the form of a filter sends it: numbers and days as the company writes them. Several records are ticked
 * among those named so far, and a further one is searched for.
 */
final class FieldFilterForm {
    static final String NAMED = "named";
    static final String FURTHER = "further";
    /** Sent by the button that asks for one more record. */
    static final String MORE = "more";

    private FieldFilterForm() {}

    static FieldCondition read(Form form, TypedField field, Locale region) {
        var operator = Objects.requireNonNullElse(form.reader(region).choice("operator", Operator.class), Operator.EQ);
        if (operator == Operator.FILLED || operator == Operator.EMPTY) {
            return new FieldCondition(field.path(), operator, List.of());
        }
        var values = operator == Operator.BETWEEN
                ? List.of(plain(form, "value", field, region), plain(form, "value2", field, region))
                : values(form, operator, field, region);
        if (values.isEmpty()) {
            throw InvalidInput.at("value", "platform.problem.required");
        }
        return new FieldCondition(field.path(), several(operator, values.size()), values);
    }

    /** The form with the records chosen so far ticked, and room for a further one. */
    static Form further(Form form) {
        var chosen = records(form);
        if (chosen.isEmpty()) {
            throw InvalidInput.at(form.values(NAMED).isEmpty() ? "value" : FURTHER, "platform.problem.required");
        }
        return Form.of(Map.of(
                "operator",
                form.value("operator"),
                "value",
                chosen,
                NAMED,
                Stream.concat(form.values(NAMED).stream(), chosen.stream())
                        .distinct()
                        .toList(),
                Into.PARAMETER,
                form.value(Into.PARAMETER),
                Into.REPLACED,
                form.value(Into.REPLACED)));
    }

    /** Those ticked and the one searched for; who typed and chose nothing is told so. */
    private static List<String> records(Form form) {
        if (form.value(FURTHER).isBlank() && !form.value(FURTHER + "__text").isBlank()) {
            throw InvalidInput.at(FURTHER, "platform.problem.required");
        }
        return Stream.concat(form.values("value").stream(), form.values(FURTHER).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /** A condition as the form shows it; what is no number or day stays as it is written. */
    static Form of(FieldCondition condition, TypedField field, Formats formats) {
        var values = condition.values();
        var stored = new HashMap<String, Object>();
        stored.put("operator", shown(condition.operator(), field).word());
        if (isTicked(field)) {
            stored.put("value", values);
            if (field.target() != null && condition.operator().takesMany()) {
                stored.put(NAMED, values);
            }
        } else if (condition.operator() == Operator.BETWEEN && values.size() == 2) {
            stored.put("value", shown(values.getFirst(), field, formats));
            stored.put("value2", shown(values.getLast(), field, formats));
        } else {
            stored.put(
                    "value",
                    values.stream().map(value -> shown(value, field, formats)).collect(Collectors.joining("; ")));
        }
        return Form.of(stored);
    }

    /** Several ticked values need no operator of their own. */
    private static Operator shown(Operator operator, TypedField field) {
        return switch (operator) {
            case IN -> isTicked(field) ? Operator.EQ : operator;
            case NOT_IN -> isTicked(field) ? Operator.NE : operator;
            default -> operator;
        };
    }

    private static String shown(String value, TypedField field, Formats formats) {
        var number = (field.type() == PropertyType.NUMBER || field.type() == PropertyType.MONEY)
                && value.strip().matches("-?\\d{1,17}([.]\\d{1,10})?");
        return number ? formats.input(new BigDecimal(value.strip())) : value.strip();
    }

    private static boolean isTicked(TypedField field) {
        return field.type() == PropertyType.LIST
                || field.type() == PropertyType.MULTI_LIST
                || field.type() == PropertyType.REFERENCE;
    }

    /** Several ticked values of a list mean any of them. */
    private static Operator several(Operator operator, int values) {
        if (values < 2) {
            return operator;
        }
        return switch (operator) {
            case EQ -> Operator.IN;
            case NE -> Operator.NOT_IN;
            default -> operator;
        };
    }

    private static List<String> values(Form form, Operator operator, TypedField field, Locale region) {
        if (field.target() != null) {
            var records = records(form);
            if (records.size() > 1 && !several(operator, records.size()).takesMany()) {
                throw InvalidInput.at("value", "properties.problem.record.one");
            }
            return records;
        }
        if (isTicked(field)) {
            return form.values("value").stream()
                    .filter(value -> !value.isBlank())
                    .toList();
        }
        if (!operator.takesMany()) {
            return List.of(plain(form, "value", field, region));
        }
        return Stream.of(form.value("value").split(field.type() == PropertyType.TEXT ? "[;\n]" : "[;\\s]"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> plain(Form.of(java.util.Map.of("value", value)), "value", field, region))
                .toList();
    }

    private static String plain(Form form, String name, TypedField field, Locale region) {
        var reader = form.reader(region);
        var text = reader.required(name);
        var value = switch (field.type()) {
            case NUMBER, MONEY -> {
                var number = reader.decimal(name);
                yield number == null ? text : number.stripTrailingZeros().toPlainString();
            }
            case DATE -> {
                var day = reader.date(name);
                yield day == null ? text : day.toString();
            }
            case TEXT, FLAG, LIST, MULTI_LIST, REFERENCE -> text;
        };
        reader.check();
        return value;
    }
}
