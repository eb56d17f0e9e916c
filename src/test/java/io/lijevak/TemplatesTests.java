package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every view name has its template, and templates keep the habits of the form parts. */
class TemplatesTests {
    private static final Pattern RAW_INPUT = Pattern.compile("<(input|select|textarea)\\b[^>]*>");

    @Test
    void everyViewNameHasItsTemplate() {
        var problems = new ArrayList<String>();
        RoomsTests.views((unit, literal) -> {
            var name = literal.getValue().toString();
            if (!Files.exists(Sources.TEMPLATES.resolve(name + ".jte"))) {
                problems.add(unit.at(literal) + " renders " + name);
            }
        });

        assertThat(problems).as("No such file below %s", Sources.TEMPLATES).isEmpty();
    }

    @Test
    void pagesBeginWithTheirUi() {
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            if (template.source().contains("@template.platform.layout(")
                    && !template.source().contains("@param io.lijevak.platform.web.Ui ui")
                    && !template.source().contains("@param Ui ui")) {
                problems.add(template.name());
            }
        }

        assertThat(problems).as("@param io.lijevak.platform.web.Ui ui").isEmpty();
    }

    @Test
    void whatIsPrintedIsWrittenAsXmlIs() {
        var called = Pattern.compile("@template\\.([\\w.]+)\\(");
        var bare = Pattern.compile(
                "<[a-z][^<]* (data-[a-z-]+|hidden|checked|disabled|open|selected|required)(?=[\\s>])[^=]");
        var printed = new TreeSet<String>();
        var next = new ArrayDeque<>(Template.all().stream()
                .filter(template -> template.source().contains("@template.platform.print("))
                .map(Template::name)
                .toList());
        while (!next.isEmpty()) {
            var name = next.pop();
            if (printed.add(name)) {
                called.matcher(Sources.read(Sources.TEMPLATES.resolve(name + ".jte")))
                        .results()
                        .map(found -> found.group(1).replace('.', '/'))
                        .forEach(next::push);
            }
        }
        var problems = printed.stream()
                .flatMap(name -> Sources.read(Sources.TEMPLATES.resolve(name + ".jte"))
                        .lines()
                        .filter(line -> bare.matcher(line).find())
                        .map(line -> name + ": " + line))
                .toList();

        assertThat(printed).contains("funnel/cells", "reports/leagueFigures");
        assertThat(problems)
                .as("An attribute has a value there, if only an empty one")
                .isEmpty();
    }

    @Test
    void pagesNameNoScriptThatEveryPageHas() {
        var script = Pattern.compile("\"(/js/[a-z.-]+)\"");
        var head = Sources.read(Sources.TEMPLATES.resolve("platform/head.jte"));
        var everywhere =
                script.matcher(head).results().map(found -> found.group(1)).toList();
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            script.matcher(template.source())
                    .results()
                    .map(found -> found.group(1))
                    .filter(name ->
                            everywhere.contains(name) && !template.name().equals("platform/head"))
                    .forEach(name -> problems.add(template.name() + ": " + name));
        }

        assertThat(everywhere).contains("/js/page.js");
        assertThat(problems).as("These would run twice").isEmpty();
    }

    @Test
    void namesOfRecordsMayWrap() {
        var name = Pattern.compile(
                "<a class=\"num\"[^<]*>\\$\\{[^}<]*[nN]ame\\(\\)}|<a class=\"num\"[^<]*>\\$\\{[^}<]*title\\(\\)}");
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            name.matcher(template.source())
                    .results()
                    .forEach(found -> problems.add(template.name() + ": " + found.group()));
        }

        assertThat(problems)
                .as("Links of the class num never wrap, and are for numbers")
                .isEmpty();
    }

    @Test
    void postFormsCarryTheCsrfToken() {
        var problems = new ArrayList<String>();
        var form = Pattern.compile("(?s)<form\\b[^>]*method=\"post\".*?</form>");
        for (var template : Template.all()) {
            var forms = form.matcher(template.source());
            while (forms.find()) {
                if (!forms.group().contains("platform.csrf(")) {
                    problems.add(template.name() + ": "
                            + forms.group().lines().findFirst().orElse(""));
                }
            }
        }

        assertThat(problems)
                .as("A form without @template.platform.csrf(ui = ui) is refused when sent without JavaScript")
                .isEmpty();
    }

    @Test
    void everyInputHasALabelOrComesFromTheFormParts() {
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            var inputs = RAW_INPUT.matcher(template.markup());
            while (inputs.find()) {
                var input = inputs.group();
                var labelled = input.contains("aria-label") || input.contains(" id=");
                if (!input.contains("type=\"hidden\"") && !labelled && !isInLabel(template.markup(), inputs.start())) {
                    problems.add(template.at(inputs.start()) + ": " + input);
                }
            }
        }

        assertThat(problems)
                .as("Use the form parts of jte/platform (field, select, …), or give it a label")
                .isEmpty();
    }

    private static boolean isInLabel(String markup, int position) {
        var before = markup.substring(0, position);
        return before.lastIndexOf("<label") > before.lastIndexOf("</label>");
    }
}
