package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Colours have meanings, defined in one file; pages carry neither styles nor scripts of their own (strict CSP). */
class TokensTests {
    private static final Path STATIC = Sources.RESOURCES.resolve("static");
    private static final Pattern COLOUR = Pattern.compile(
            "#[0-9a-fA-F]{3,8}\\b|\\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\\(|:\\s*(?:white|black|red|green|blue|gray|grey|yellow|orange)\\b");
    private static final Pattern ATTRIBUTE_COLOUR =
            Pattern.compile("\\b(?:fill|stroke|color|bgcolor|stop-color)=\"(?:#|rgb|[a-z]+\")[^\"]*");
    private static final Pattern INLINE = Pattern.compile(
            "\\sstyle=|<style\\b|\\shx-on|\\son[a-z]+=\"|javascript:|\"js:|\\shx-vals='js|<script(?![^>]*\\bsrc=)[^>]*>");
    private static final Pattern IN_SCRIPT =
            Pattern.compile("\\beval\\(|new Function\\(|document\\.write|\\.setAttribute\\(['\"]style|\\.cssText\\b");

    @Test
    void coloursStandInTheTokensAlone() {
        var problems = new ArrayList<String>();
        for (var file : Sources.files(STATIC.resolve("css"), ".css")) {
            if (!file.endsWith("tokens.css")) {
                find(file.toString(), withoutComments(Sources.read(file)), COLOUR, problems);
            }
        }

        assertThat(problems)
                .as("Use a meaning token of tokens.css (var(--…)), or add one there for light and dark")
                .isEmpty();
    }

    @Test
    void templatesHaveNoColours() {
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            var attributes = ATTRIBUTE_COLOUR.matcher(template.markup());
            while (attributes.find()) {
                if (!attributes.group().matches(".*\"(none|currentColor)\"?.*")) {
                    problems.add(template.at(attributes.start()) + ": "
                            + attributes.group().strip());
                }
            }
        }

        assertThat(problems).as("Give the shape a class and colour it in CSS").isEmpty();
    }

    @Test
    void templatesHaveNoInlineStyleOrScript() {
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            find(template.name(), template.markup(), INLINE, problems);
        }

        assertThat(problems)
                .as("The Content-Security-Policy refuses these: use a class, a data- attribute and a file in static/js")
                .isEmpty();
    }

    @Test
    void scriptsEvaluateNothing() {
        var problems = new ArrayList<String>();
        for (var file : Sources.files(STATIC.resolve("js"), ".js")) {
            find(file.toString(), Sources.read(file), IN_SCRIPT, problems);
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void scriptsAreSmallBehaviours() {
        var problems = new ArrayList<String>();
        for (var file : Sources.files(STATIC.resolve("js"), ".js")) {
            var lines = Sources.read(file).lines().count();
            if (lines > 150) {
                problems.add(file + " has " + lines + " lines");
            }
        }

        assertThat(problems).as("One behaviour a file, about 100 lines").isEmpty();
    }

    private static void find(String name, String text, Pattern pattern, List<String> problems) {
        var matches = pattern.matcher(text);
        while (matches.find()) {
            var line = 1
                    + text.substring(0, matches.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            problems.add(name + ":" + line + ": " + matches.group().strip());
        }
    }

    private static String withoutComments(String css) {
        return Pattern.compile("(?s)/\\*.*?\\*/|url\\([^)]*\\)")
                .matcher(css)
                .replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }
}
