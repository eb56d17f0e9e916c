package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong with a value that JSON or an address brought, in words that help: a choice names what there is. */
final class WrongValue {
    private WrongValue() {}

    static FieldProblem in(String field, JacksonException json) {
        return switch (json) {
            case UnrecognizedPropertyException unknown -> new FieldProblem(field, "platform.api.field.unknown");
            case InvalidFormatException format -> of(field, format.getTargetType());
            default -> of(field, null);
        };
    }

    /** @param wanted the type it should have had, null when that is not known */
    static FieldProblem of(String field, @Nullable Class<?> wanted) {
        return wanted != null && wanted.isEnum()
                ? new FieldProblem(field, "platform.api.field.choice", choices(wanted))
                : new FieldProblem(field, "platform.api.field.type");
    }

    private static String choices(Class<?> wanted) {
        return Stream.of(wanted.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
    }
}
