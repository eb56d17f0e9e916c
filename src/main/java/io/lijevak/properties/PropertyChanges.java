package io.lijevak.properties;

import io.lijevak.users.AuditTrail.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two states of a property, for the audit trail. */
final class PropertyChanges {
    private PropertyChanges() {}

    static Map<String, Change> between(@Nullable Property before, Property after) {
        var old = before == null ? Map.<String, @Nullable String>of() : words(before);
        var changes = new LinkedHashMap<String, Change>();
        words(after).forEach((field, word) -> changes.put(field, new Change(old.get(field), word)));
        return changes;
    }

    private static Map<String, @Nullable String> words(Property property) {
        var words = new LinkedHashMap<String, @Nullable String>();
        var draft = property.draft();
        words.put("kind", property.kind().name());
        words.put("key", property.key());
        words.put("type", property.type().name());
        words.put("name", draft.name());
        words.put("nameHr", draft.nameHr());
        words.put("nameEn", draft.nameEn());
        words.put("nameRu", draft.nameRu());
        words.put("section", draft.section());
        words.put("required", String.valueOf(draft.required()));
        words.put("roles", draft.roles().stream().map(Enum::name).sorted().collect(Collectors.joining(", ")));
        words.put("position", String.valueOf(draft.position()));
        words.put(
                "choices",
                property.choices().stream()
                        .map(choice -> choice.retired() ? "(" + choice.name() + ")" : choice.name())
                        .collect(Collectors.joining(" | ")));
        return words;
    }
}
