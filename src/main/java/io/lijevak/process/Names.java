package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one rule for names of references: present, trimmed, of bearable length. */
final class Names {
    private static final int LONGEST = 120;

    private Names() {}

    static String required(@Nullable String name) {
        problem(name).ifPresent(problem -> {
            throw new InvalidInput(List.of(problem));
        });
        return Objects.requireNonNull(name).strip();
    }

    static Optional<FieldProblem> problem(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return Optional.of(new FieldProblem("name", "process.error.name.missing"));
        }
        return name.strip().length() > LONGEST
                ? Optional.of(new FieldProblem("name", "process.error.name.long", LONGEST))
                : Optional.empty();
    }
}
