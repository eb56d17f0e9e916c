package io.lijevak.tasks.web;

import java.util.List;

/** Where a form returns to: a page of ours that shows tasks, never one of another host. */
final class Back {
    private static final List<String> PLACES = List.of("/tasks", "/calendar", "/deals", "/customers");

    private Back() {}

    static String or(String wanted, String otherwise) {
        var local = PLACES.stream()
                .anyMatch(place ->
                        wanted.equals(place) || wanted.startsWith(place + "/") || wanted.startsWith(place + "?"));
        return local && wanted.chars().noneMatch(letter -> letter == '\\' || letter < ' ') ? wanted : otherwise;
    }
}
