package io.lijevak.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The input breaks a rule; nothing was written. A page shows each problem at its field, the API answers 422. */
public final class InvalidInput extends RuntimeException {
    private final transient List<FieldProblem> problems;

    public InvalidInput(List<FieldProblem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public static InvalidInput at(String field, String messageKey, Object... arguments) {
        return new InvalidInput(List.of(new FieldProblem(field, messageKey, arguments)));
    }

    /** What must be given, refused at its field when it is not. */
    public static <T> T required(String field, @Nullable T given) {
        if (given == null) {
            throw at(field, "platform.problem.required");
        }
        return given;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
