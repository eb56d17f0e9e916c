package io.lijevak.platform.web;

import io.lijevak.platform.FieldProblem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The question of an address that was refused, as a form to put it right: what was typed, each problem at its place.
 *
 * @param wrong the parameters with problems
 * @param kept all others
 */
public record AskedAgain(String path, Form form, List<String> wrong, List<Kept> kept) {
    /** A parameter with which nothing is wrong. */
    public record Kept(String name, String value) {}

    /** Empty where the problems are of no parameter of the address. */
    public static Optional<AskedAgain> of(Ui ui, List<FieldProblem> problems) {
        var asked = parameters(ui.request().query());
        var wrong = problems.stream()
                .map(FieldProblem::field)
                .distinct()
                .filter(name -> asked.stream().anyMatch(kept -> kept.name().equals(name)))
                .toList();
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> typed = new LinkedHashMap<>();
        asked.forEach(one -> typed.merge(one.name(), one.value(), (before, value) -> before + "," + value));
        return Optional.of(new AskedAgain(
                ui.request().path(),
                Form.of(typed).with(problems),
                wrong,
                asked.stream().filter(one -> !wrong.contains(one.name())).toList()));
    }

    private static List<Kept> parameters(String query) {
        var parameters = new ArrayList<Kept>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                parameters.add(new Kept(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }

    /** The name of a parameter as the pages call it; where they have none, as the address has it. */
    public String label(Ui ui, String name) {
        var key = "platform.asked." + name;
        return ui.hasText(key) ? ui.t(key) : name;
    }
}
