package io.lijevak.imports;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * What a column goes into: a field, and the stage a stage date belongs to or the key of a property; written {@code
 * stageDate:Engaging}, {@code property:region}.
 */
public record Target(Field field, String stage) {
    static Target of(Field field) {
        return new Target(field, "");
    }

    /** Reads a target of the kind; empty when there is none of this name. */
    static Optional<Target> read(ImportKind kind, String text) {
        var parts = text.split(":", 2);
        return Field.of(kind, parts[0].strip())
                .map(field -> new Target(field, parts.length == 2 ? parts[1].strip() : ""))
                .filter(target -> target.field.isNamed() != target.stage.isEmpty());
    }

    @JsonValue
    @Override
    public String toString() {
        return stage.isEmpty() ? field.key() : field.key() + ":" + stage;
    }
}
