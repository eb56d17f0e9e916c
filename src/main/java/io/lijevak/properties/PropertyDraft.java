package io.lijevak.properties;

import io.lijevak.users.Role;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator writes down about a property and may change later.
 *
 * @param name the name that is used where a language has none of its own
 * @param section heading of the group it stands in; null stands before all groups
 * @param required whether a new record needs it, and none may lose it
 * @param roles who sees it; nobody named means everybody
 * @param position place in its group, the smallest first
 */
public record PropertyDraft(
        String name,
        @Nullable String nameHr,
        @Nullable String nameEn,
        @Nullable String nameRu,
        @Nullable String section,
        boolean required,
        Set<Role> roles,
        int position) {
    public PropertyDraft {
        roles = Set.copyOf(roles);
    }

    /** A property of everybody with one name for all languages. */
    public static PropertyDraft named(String name) {
        return new PropertyDraft(name, null, null, null, null, false, Set.of(), 0);
    }

    String name(String language) {
        var own = switch (language) {
            case "hr" -> nameHr;
            case "ru" -> nameRu;
            default -> nameEn;
        };
        return own == null ? name : own;
    }
}
