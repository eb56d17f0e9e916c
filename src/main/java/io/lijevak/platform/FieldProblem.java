package io.lijevak.platform;

import java.util.List;

/** What is wrong with one field: its path in the form or JSON, and the message key that says it in words. */
public record FieldProblem(String field, String messageKey, List<Object> arguments) {
    public FieldProblem(String field, String messageKey, Object... arguments) {
        this(field, messageKey, List.of(arguments));
    }

    /** The same problem at another field. */
    public FieldProblem at(String other) {
        return new FieldProblem(other, messageKey, arguments);
    }
}
