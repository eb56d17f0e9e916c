package io.lijevak.properties;

import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A property of one kind of record.
 *
 * @param key its name in the API, in addresses and in stored values; unique in its kind, never changed
 * @param draft what the administrator may change
 * @param choices values of a list in their order, the retired ones too
 */
public record Property(
        long id,
        int version,
        RecordKind kind,
        String key,
        PropertyType type,
        @Nullable RecordKind target,
        @Nullable String currency,
        PropertyDraft draft,
        boolean retired,
        List<Choice> choices) {
    public Property {
        choices = List.copyOf(choices);
    }

    /** A value of a list: renaming and reordering keep its id. */
    public record Choice(long id, String name, boolean retired) {
        /** The id as values hold it. */
        public String value() {
            return Long.toString(id);
        }
    }

    /** Its name for readers of a language. */
    public String name(String language) {
        return draft.name(language);
    }

    public boolean required() {
        return draft.required();
    }

    /** Whether the roles of the property let the person see it; administrators see everything. */
    public boolean visibleTo(CurrentUser viewer) {
        return draft.roles().isEmpty()
                || viewer.role() == Role.ADMINISTRATOR
                || draft.roles().contains(viewer.role());
    }

    /** The value of a list that a stored id names. */
    public Optional<Choice> choice(String value) {
        return choices.stream().filter(choice -> choice.value().equals(value)).findFirst();
    }

    /** What may still be chosen, and what is chosen already. */
    public List<Choice> offered(Set<String> chosen) {
        return choices.stream()
                .filter(choice -> !choice.retired() || chosen.contains(choice.value()))
                .toList();
    }
}
