package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses parameters of a list of the API that cannot be read, instead of listing everything; a choice names what there
 * is. Pages leave such parameters out, so that no link ever fails.
 */
public final class FilterCheck {
    private final Map<String, String> parameters;
    private final List<FieldProblem> problems = new ArrayList<>();

    private FilterCheck(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    public static FilterCheck of(Map<String, String> parameters) {
        return new FilterCheck(parameters);
    }

    /** One of the constants, in whatever case, with a dash or an underscore. */
    public FilterCheck choice(String name, Enum<?>... constants) {
        return check(
                name,
                value -> Stream.of(constants).anyMatch(each -> each.name().equalsIgnoreCase(value.replace('-', '_'))),
                choices(name, Stream.of(constants).map(FilterCheck::word)));
    }

    /** One of the words as they are. */
    public FilterCheck word(String name, String... words) {
        return check(name, List.of(words)::contains, choices(name, Stream.of(words)));
    }

    /** The id of a record, or one of the words. */
    public FilterCheck id(String name, String... words) {
        return check(
                name,
                value -> value.matches("\\d{1,18}") || Set.of(words).contains(value),
                new FieldProblem(name, "platform.api.field.type"));
    }

    public FilterCheck day(String name) {
        return check(name, FilterCheck::isDay, new FieldProblem(name, "platform.api.field.type"));
    }

    public FilterCheck flag(String name) {
        return word(name, "true", "false");
    }

    /** Refuses what is wrong. */
    public void check() {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** The word of a constant as it stands in addresses. */
    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private FilterCheck check(String name, Predicate<String> sound, FieldProblem problem) {
        var value = parameters.get(name);
        if (value != null && !sound.test(value)) {
            problems.add(problem);
        }
        return this;
    }

    private static FieldProblem choices(String name, Stream<String> words) {
        return new FieldProblem(name, "platform.api.field.choice", words.collect(Collectors.joining(", ")));
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }
}
