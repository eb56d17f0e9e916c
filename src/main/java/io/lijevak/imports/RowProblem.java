package io.lijevak.imports;

import java.util.List;

/**
 * What is wrong with a row, or worth knowing about it.
 *
 * @param column heading of the column, empty when the row as a whole is meant
 * @param warning whether the row is taken all the same
 */
public record RowProblem(String column, String key, List<String> arguments, boolean warning) {
    static RowProblem error(String column, String key, Object... arguments) {
        return new RowProblem(column, "imports.row." + key, texts(arguments), false);
    }

    static RowProblem warning(String column, String key, Object... arguments) {
        return new RowProblem(column, "imports.row." + key, texts(arguments), true);
    }

    private static List<String> texts(Object... arguments) {
        return java.util.Arrays.stream(arguments).map(RowProblem::shortened).toList();
    }

    private static String shortened(Object argument) {
        var text = String.valueOf(argument);
        return text.length() > 120 ? text.substring(0, 119) + "…" : text;
    }
}
