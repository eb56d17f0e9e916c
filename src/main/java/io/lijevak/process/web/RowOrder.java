package io.lijevak.process.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** The order of rows as a form sends it: the fields {@code row} in their order, and the button that was pressed. */
final class RowOrder {
    private RowOrder() {}

    /** The rows after {@code action=up:ID}, {@code down:ID} or {@code remove:ID}; without an action as they stand. */
    static List<String> of(MultiValueMap<String, String> input) {
        var rows = new ArrayList<>(input.getOrDefault("row", List.of()).stream()
                .filter(row -> row.matches("\\d{1,18}"))
                .toList());
        var action = Objects.requireNonNullElse(input.getFirst("action"), "").split(":");
        var at = action.length == 2 ? rows.indexOf(action[1]) : -1;
        switch (action[0]) {
            case "up" -> swap(rows, at, at - 1);
            case "down" -> swap(rows, at, at + 1);
            case "remove" -> rows.removeIf(row -> row.equals(action[1]));
            case "add" -> addChosen(rows, Objects.requireNonNullElse(input.getFirst("add"), ""));
            default -> {}
        }
        return rows;
    }

    private static void addChosen(List<String> rows, String chosen) {
        if (chosen.matches("\\d{1,18}") && !rows.contains(chosen)) {
            rows.add(chosen);
        }
    }

    private static void swap(List<String> rows, int from, int to) {
        if (from >= 0 && to >= 0 && to < rows.size()) {
            Collections.swap(rows, from, to);
        }
    }
}
