package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Nothing stays behind that nobody uses: texts, templates, scripts. */
class LeftoversTests {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern CALL = Pattern.compile("@template\\.([a-zA-Z_.]+)\\(");
    private static final Pattern VIEW = Pattern.compile("[a-z]+(/[A-Za-z_-]+)+");

    @Test
    void everyTextIsShown() {
        var used = new HashSet<String>();
        var prefixes = new HashSet<String>();
        Sources.units().forEach(unit -> unit.literals((literal, text) -> note(text, used, prefixes)));
        Template.all()
                .forEach(template -> template.expressions().forEach(expression -> {
                    var literals = LITERAL.matcher(expression);
                    while (literals.find()) {
                        note(literals.group(1), used, prefixes);
                    }
                }));

        var unused = new TreeSet<>(MessagesTests.texts("en").keySet());
        unused.removeAll(used);
        unused.removeIf(key -> prefixes.stream().anyMatch(key::startsWith));

        assertThat(unused)
                .as("Delete these keys: neither a literal nor a prefix such as \"deals.outcome.\" names them")
                .isEmpty();
    }

    @Test
    void everyTemplateIsShown() {
        var shown = new HashSet<String>();
        Sources.units()
                .forEach(unit -> unit.literals((literal, text) -> {
                    if (VIEW.matcher(text).matches()) {
                        shown.add(text);
                    }
                }));
        var unused = new TreeSet<String>();
        for (var template : Template.all()) {
            var calls = CALL.matcher(template.source());
            while (calls.find()) {
                shown.add(calls.group(1).replace('.', '/'));
            }
            unused.add(template.name());
        }
        unused.removeAll(shown);

        assertThat(unused)
                .as("Delete these templates: no controller renders and no template calls them")
                .isEmpty();
    }

    @Test
    void everyScriptIsLoaded() {
        var sources = new StringBuilder();
        Template.all().forEach(template -> sources.append(template.source()));
        Sources.files(Sources.JAVA, ".java").forEach(file -> sources.append(Sources.read(file)));
        var scripts = Sources.files(Sources.RESOURCES.resolve("static/js"), ".js");
        scripts.forEach(script -> sources.append(Sources.read(script)));

        assertThat(scripts)
                .as("Delete these scripts, or load them")
                .allMatch(script -> sources.indexOf(script.getFileName().toString()) >= 0);
    }

    private static void note(String text, Set<String> used, Set<String> prefixes) {
        used.add(text);
        if (text.endsWith(".") && text.indexOf('.') < text.length() - 1) {
            prefixes.add(text);
        }
    }
}
