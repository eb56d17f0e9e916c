package io.lijevak.properties;

import io.lijevak.platform.FieldProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values of a list that somebody asked for, by id or by name. */
final class ChosenValues {
    private ChosenValues() {}

    static @Nullable Object one(Property property, Object given, @Nullable Object stored, List<FieldProblem> problems) {
        var ids = many(property, given, stored, problems);
        if (ids != null && ids.size() > 1) {
            problems.add(new FieldProblem(PropertyRules.PREFIX + property.key(), "platform.problem.choice"));
        }
        return ids == null || ids.isEmpty() ? null : ids.getFirst();
    }

    /** The ids chosen, in the order of the list; one that is retired only where it was chosen before. */
    static @Nullable List<BigDecimal> many(
            Property property, Object given, @Nullable Object stored, List<FieldProblem> problems) {
        var offered = property.offered(
                PropertyValues.ids(stored).stream().map(String::valueOf).collect(Collectors.toSet()));
        var chosen = new ArrayList<Property.Choice>();
        for (var wanted : wanted(property, given)) {
            var choice = offered.stream().filter(one -> wanted.names(one)).findFirst();
            choice.ifPresentOrElse(
                    chosen::add,
                    () -> problems.add(new FieldProblem(
                            PropertyRules.PREFIX + property.key(),
                            "properties.problem.choice.unknown",
                            PropertyRules.shortened(wanted.text()))));
        }
        var ids = offered.stream()
                .filter(chosen::contains)
                .map(choice -> BigDecimal.valueOf(choice.id()))
                .toList();
        return ids.isEmpty() ? null : ids;
    }

    /** A value of a list as it was asked for: by its id, or by its name. */
    private record Wanted(String text, boolean byName) {
        boolean names(Property.Choice choice) {
            return byName
                    ? choice.name().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))
                    : choice.value().equals(text);
        }
    }

    private static List<Wanted> wanted(Property property, Object given) {
        return switch (given) {
            case PropertyValues.Typed typed ->
                typed.texts().stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(text -> new Wanted(text, false))
                        .toList();
            case BigDecimal id -> List.of(new Wanted(id.toPlainString(), false));
            case String name -> named(property, name);
            case Collection<?> many ->
                many.stream().flatMap(one -> wanted(property, one).stream()).toList();
            default -> List.of(new Wanted(given.toString(), true));
        };
    }

    /** A name, or several names of a list of many with semicolons or commas between them. */
    private static List<Wanted> named(Property property, String text) {
        var whole = new Wanted(text.strip(), true);
        if (property.type() == PropertyType.LIST || property.choices().stream().anyMatch(whole::names)) {
            return List.of(whole);
        }
        return Stream.of(text.split(text.contains(";") ? ";" : ","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> new Wanted(name, true))
                .toList();
    }
}
