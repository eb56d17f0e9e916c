package io.lijevak.interactions.web;

import java.util.List;

/** Where a form returns to: an address of ours, never one of another host. */
final class Back {
    private static final List<String> OURS = List.of("/calendar", "/customers", "/deals", "/interactions", "/tasks");

    private Back() {}

    static String or(String wanted, String otherwise) {
        var local = OURS.stream()
                .anyMatch(
                        ours -> wanted.equals(ours) || wanted.startsWith(ours + "/") || wanted.startsWith(ours + "?"));
        return local && wanted.chars().noneMatch(letter -> letter == '\\' || letter < ' ') ? wanted : otherwise;
    }
}
