package io.lijevak.tasks;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which tasks a list shows, in what groups; read from an address, where what makes no sense is left out. */
public record TaskFilter(
        Whose whose,
        @Nullable Long person,
        When when,
        Group group,
        @Nullable TaskKind kind,
        @Nullable Long deal,
        @Nullable Long customer,
        @Nullable String search) {

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
        DONE
    }

    /** What stands together. */
    public enum Group {
        DUE,
        DEAL,
        STAGE
    }

    public static TaskFilter of(Map<String, String> parameters) {
        return new TaskFilter(
                choice(Whose.values(), parameters.get("whose"), Whose.MINE),
                id(parameters.get("person")),
                choice(When.values(), parameters.get("when"), When.OPEN),
                choice(Group.values(), parameters.get("group"), Group.DUE),
                choice(TaskKind.values(), parameters.get("kind")),
                id(parameters.get("deal")),
                id(parameters.get("customer")),
                text(parameters.get("q")));
    }

    public TaskFilter with(When other) {
        return new TaskFilter(whose, person, other, group, kind, deal, customer, search);
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

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
