package io.lijevak.tasks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks a list shows, in what groups; read from an address, where what makes no sense is left out.
 *
 * @param promised null = whatever their author's deadline
 */
public record TaskFilter(
        Whose whose,
        @Nullable Long person,
        When when,
        Group group,
        @Nullable TaskKind kind,
        @Nullable Long deal,
        @Nullable Long customer,
        @Nullable String search,
        @Nullable Promised promised) {

    /** Whose tasks: one's own, those one gave to others, those of everybody one may see. */
    public enum Whose {
        MINE,
        GIVEN,
        TEAM
    }

    /** Which part of them: open ones by date, reported ones to check, done ones. */
    public enum When {
        OPEN,
        OVERDUE,
        TODAY,
        LATER,
        CHECK,
        DONE,
        /** Whatever became of them. */
        ANY
    }

    /**
     * Assignments by the deadline their author gave, as {@link Discipline} counts them.
     *
     * @param late only those reported after it, or not at all
     */
    public record Promised(LocalDate from, LocalDate to, boolean late) {}

    /** What stands together. */
    public enum Group {
        DUE,
        DEAL,
        STAGE
    }

    public static TaskFilter of(Map<String, String> parameters) {
        var promised = promised(parameters);
        return new TaskFilter(
                choice(Whose.values(), parameters.get("whose"), Whose.MINE),
                id(parameters.get("person")),
                choice(When.values(), parameters.get("when"), promised == null ? When.OPEN : When.ANY),
                choice(Group.values(), parameters.get("group"), Group.DUE),
                choice(TaskKind.values(), parameters.get("kind")),
                id(parameters.get("deal")),
                id(parameters.get("customer")),
                text(parameters.get("q")),
                promised);
    }

    public TaskFilter with(When other) {
        return new TaskFilter(whose, person, other, group, kind, deal, customer, search, promised);
    }

    private static <E extends Enum<E>> E choice(E[] values, @Nullable String word, E otherwise) {
        var chosen = choice(values, word);
        return chosen == null ? otherwise : chosen;
    }

    private static <E extends Enum<E>> @Nullable E choice(E[] values, @Nullable String word) {
        return Stream.of(values)
                .filter(value -> value.name().equals(word == null ? "" : word.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Long id(@Nullable String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    private static @Nullable Promised promised(Map<String, String> parameters) {
        try {
            var from = text(parameters.get("promisedFrom"));
            var to = text(parameters.get("promisedTo"));
            if (from == null || to == null) {
                return null;
            }
            var promised =
                    new Promised(LocalDate.parse(from), LocalDate.parse(to), "true".equals(parameters.get("late")));
            return promised.to().isBefore(promised.from()) ? null : promised;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
