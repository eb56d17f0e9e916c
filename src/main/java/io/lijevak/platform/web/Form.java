package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The values of a form as they were stored or typed, and what is wrong with them; what was typed is never lost. */
public final class Form {
    private static final Form EMPTY = new Form(Map.of(), List.of());
    private final Map<String, List<Object>> values;
    private final List<FieldProblem> problems;

    private Form(Map<String, List<Object>> values, List<FieldProblem> problems) {
        this.values = values;
        this.problems = problems;
    }

    public static Form empty() {
        return EMPTY;
    }

    /** What was typed and sent. */
    public static Form of(MultiValueMap<String, String> input) {
        var values = new LinkedHashMap<String, List<Object>>();
        input.forEach((name, typed) -> values.put(name, new ArrayList<>(typed)));
        return new Form(values, List.of());
    }

    /** What is stored: texts, numbers, dates, flags, ids, lists of these; null is an empty field. */
    public static Form of(Map<String, ? extends @Nullable Object> stored) {
        var values = new LinkedHashMap<String, List<Object>>();
        stored.forEach((name, value) -> values.put(name, listed(value)));
        return new Form(values, List.of());
    }

    /** The same values, with one for a field that nothing was stored for or sent. */
    public Form otherwise(String name, String value) {
        if (values.containsKey(name)) {
            return this;
        }
        var all = new LinkedHashMap<>(values);
        all.put(name, List.of(value));
        return new Form(all, problems);
    }

    /** The same values with the problems found in them. */
    public Form with(List<FieldProblem> found) {
        var all = new ArrayList<>(problems);
        all.addAll(found);
        return new Form(values, List.copyOf(all));
    }

    /** The names of all fields that were stored or sent. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The same values with their problems at the fields that the page has for them. */
    public Form placed(UnaryOperator<FieldProblem> place) {
        return new Form(values, problems.stream().map(place).toList());
    }

    /** The field's value as it is sent; empty when there is none. */
    public String value(String name) {
        var all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : text(all.getFirst());
    }

    /** The field's value as it is shown: a stored number in the region's writing, what was typed as it was typed. */
    public String shown(String name, Formats formats) {
        var all = values.getOrDefault(name, List.of());
        return !all.isEmpty() && all.getFirst() instanceof BigDecimal number ? formats.input(number) : value(name);
    }

    /** The version of the record that the form was filled from; -1, which no record has, when it names none. */
    public int version() {
        try {
            return Integer.parseInt(value("version"));
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    public List<String> values(String name) {
        return values.getOrDefault(name, List.of()).stream().map(Form::text).toList();
    }

    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** The first problem of a field, null when it has none. */
    public @Nullable FieldProblem problem(String name) {
        return problems.stream().filter(p -> p.field().equals(name)).findFirst().orElse(null);
    }

    /** The {@code aria-invalid} of a field, null when nothing is wrong with it. */
    public @Nullable String invalid(String name) {
        return problem(name) == null ? null : "true";
    }

    /** The {@code aria-describedby} of a field: its help and its problem, null without either. */
    public @Nullable String describedBy(String name, String id, String help) {
        var ids = (help.isEmpty() ? "" : id + "-h ") + (problem(name) == null ? "" : id + "-e");
        return ids.isEmpty() ? null : ids.strip();
    }

    /** Reads the values as numbers, dates and choices, by the customs of the region. */
    public FormReader reader(Locale region) {
        return new FormReader(this, region);
    }

    private static List<Object> listed(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        return value instanceof Collection<?> many ? List.copyOf(many) : List.of(value);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
