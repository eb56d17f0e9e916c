package io.lijevak.properties;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A property to add.
 *
 * @param key wanted key; null makes one of the name
 * @param target the kind of record a reference names, null for every other type
 * @param currency of a sum; null takes the company's
 * @param choices names of the values of a list, in their order
 */
public record NewProperty(
        RecordKind kind,
        PropertyType type,
        @Nullable String key,
        @Nullable RecordKind target,
        @Nullable String currency,
        List<String> choices,
        PropertyDraft draft) {
    public NewProperty {
        choices = List.copyOf(choices);
    }
}
