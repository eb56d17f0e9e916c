package io.lijevak.imports;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which column goes into which field, in the file's order; columns without a target are left out of the import. */
public record Mapping(Map<String, String> targets) {
    /** Checks targets against the kind and the file's columns. */
    static Mapping of(ImportKind kind, List<String> columns, Map<String, ? extends @Nullable String> wished) {
        var problems = new ArrayList<FieldProblem>();
        var targets = new LinkedHashMap<String, String>();
        var single = new HashSet<Field>();
        wished.forEach((source, text) -> {
            if (text == null || text.isBlank()) {
                return;
            }
            var target = Target.read(kind, text);
            if (!columns.contains(source)) {
                problems.add(new FieldProblem("mapping." + source, "imports.mapping.no-column", source));
            } else if (target.isEmpty()) {
                problems.add(new FieldProblem("mapping." + source, "imports.mapping.no-target", text));
            } else if (!target.get().field().isSeveral()
                    && !single.add(target.get().field())) {
                problems.add(new FieldProblem("mapping." + source, "imports.mapping.twice", text));
            } else {
                targets.put(source, target.get().toString());
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Mapping(targets);
    }

    Optional<Target> target(ImportKind kind, String column) {
        return Optional.ofNullable(targets.get(column)).flatMap(text -> Target.read(kind, text));
    }

    boolean has(Field field) {
        return targets.values().stream().anyMatch(text -> text.equals(field.key()));
    }
}
