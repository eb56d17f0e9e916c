package io.lijevak.properties;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Yes and no as forms, programs and spreadsheets write them. */
public final class Flags {
    private static final Set<String> YES = Set.of("true", "yes", "y", "1", "da", "да", "истина", "x", "✓");
    private static final Set<String> NO = Set.of("false", "no", "n", "0", "ne", "нет", "ложь", "-");

    private Flags() {}

    /** What a word means, null when it means neither. */
    public static @Nullable Boolean read(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }
}
