package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import org.jspecify.annotations.Nullable;

/** The one rule for names of references: present, trimmed, of bearable length. */
final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    static String required(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw InvalidInput.at("name", "process.error.name.missing");
        }
        if (name.strip().length() > LONGEST) {
            throw InvalidInput.at("name", "process.error.name.long", LONGEST);
        }
        return name.strip();
    }
}
