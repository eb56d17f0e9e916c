package io.lijevak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import io.lijevak.platform.Languages;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text of the interface exists in three languages, is used, and stands in no template. */
class MessagesTests {
    private static final Path MESSAGES = Sources.RESOURCES.resolve("messages");
    private static final Pattern KEY = Pattern.compile("[a-z]+(\\.[A-Za-z0-9_-]+)+");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern ASKED = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern TEXT = Pattern.compile(">([^<>]*\\p{L}[^<>]*)<");
    private static final Pattern TEXT_ATTRIBUTE =
            Pattern.compile("\\b(title|placeholder|alt|aria-label|aria-description)=\"([^\"]*\\p{L}[^\"]*)\"");
    private static final Pattern SENTENCE = Pattern.compile("\"(\\p{Lu}\\p{Ll}+ [^\"]*)\"");
    private static final Set<String> SAME_EVERYWHERE = Set.of("Lijevak", "CSV", "XLSX");

    @Test
    void everyLanguageHasTheSameKeys() {
        var all = new TreeSet<String>();
        Languages.ALL.forEach(language -> all.addAll(texts(language).keySet()));

        for (var language : Languages.ALL) {
            var missing = new TreeSet<>(all);
            missing.removeAll(texts(language).keySet());
            assertThat(missing)
                    .as("Add these to the %s file of their module", language)
                    .isEmpty();
        }
    }

    @Test
    void keysStandOnceAndInTheFileOfTheirModule() {
        var problems = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var file : Sources.files(MESSAGES, ".properties")) {
            var name = file.getFileName().toString();
            var module = name.replaceAll("[-_.].*", "");
            var language = name.replaceAll("^[^_.]+", "");
            for (var line : Sources.read(file).split("\n")) {
                var key = line.strip().split("[=:\\s]", 2)[0];
                if (KEY.matcher(key).matches() && line.contains("=")) {
                    if (!seen.add(key + language)) {
                        problems.add(file + ": " + key + " stands twice, the later wins");
                    }
                    if (!key.startsWith(module + ".")) {
                        problems.add(file + ": " + key + " does not begin with " + module + ".");
                    }
                }
            }
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void everyTextIsAnIcuMessageWithAllPluralFormsOfItsLanguage() {
        var problems = new ArrayList<String>();
        for (var language : Languages.ALL) {
            texts(language).forEach((key, text) -> check(language, key, text, problems));
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void translationsTakeTheArgumentsOfTheEnglishText() {
        var problems = new ArrayList<String>();
        var english = texts("en");
        for (var language : Languages.ALL) {
            texts(language).forEach((key, text) -> {
                var expected = arguments(english.getOrDefault(key, text));
                if (!arguments(text).equals(expected)) {
                    problems.add(language + " " + key + " takes " + arguments(text) + ", English " + expected);
                }
            });
        }

        assertThat(problems).isEmpty();
    }

    @Test
    void everyTextIsTranslated() {
        var english = texts("en");
        var problems = new ArrayList<String>();
        texts("ru").forEach((key, text) -> {
            var words = text.replaceAll("\\{[^}]*}", "");
            if (text.equals(english.get(key))
                    && words.matches("(?s).*[a-z]{4,}.*")
                    && !SAME_EVERYWHERE.contains(text)) {
                problems.add("ru " + key + " = " + text);
            }
        });

        assertThat(problems).as("Still English").isEmpty();
    }

    @Test
    void keysThatCodeAndTemplatesNameExist() {
        var known = texts("en").keySet();
        assumeThat(known).as("texts").isNotEmpty();
        var problems = new TreeSet<String>();
        var modules = Sources.modules();
        Sources.units()
                .forEach(unit -> unit.literals((literal, text) -> {
                    if (isMissing(text, known, modules)) {
                        problems.add(unit.at(literal) + ": " + text);
                    }
                }));
        for (var template : Template.all()) {
            for (var expression : template.expressions()) {
                var literals = LITERAL.matcher(expression);
                while (literals.find()) {
                    if (isMissing(literals.group(1), known, modules)) {
                        problems.add(template.name() + ": " + literals.group(1));
                    }
                }
                var asked = ASKED.matcher(expression);
                while (asked.find()) {
                    if (!known.contains(asked.group(1)) && !asked.group(1).endsWith(".")) {
                        problems.add(template.name() + ": " + asked.group(1));
                    }
                }
            }
        }

        assertThat(problems).as("Keys without text in messages/").isEmpty();
    }

    @Test
    void templatesHoldNoText() {
        var problems = new ArrayList<String>();
        for (var template : Template.all()) {
            var markup = withoutScripts(template.markup());
            var texts = TEXT.matcher(markup);
            while (texts.find()) {
                if (isText(texts.group(1))) {
                    problems.add(
                            template.at(texts.start(1)) + ": " + texts.group(1).strip());
                }
            }
            var attributes = TEXT_ATTRIBUTE.matcher(markup);
            while (attributes.find()) {
                if (isText(attributes.group(2))) {
                    problems.add(template.at(attributes.start()) + ": " + attributes.group());
                }
            }
            template.expressions().forEach(expression -> {
                var sentences = SENTENCE.matcher(expression);
                while (sentences.find()) {
                    problems.add(template.name() + ": " + sentences.group());
                }
            });
        }

        assertThat(problems)
                .as("Write ${ui.t(\"module.area.name\")} and the text in three languages")
                .isEmpty();
    }

    /** Text by key, of all modules. */
    static Map<String, String> texts(String language) {
        var texts = new TreeMap<String, String>();
        for (var file : Sources.files(MESSAGES, ".properties")) {
            var name = file.getFileName().toString();
            var matches = language.equals("en")
                    ? !name.matches(".*_(hr|ru)\\.properties")
                    : name.endsWith("_" + language + ".properties");
            if (matches) {
                var properties = new Properties();
                try {
                    properties.load(new StringReader(Sources.read(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                properties.forEach((key, text) -> texts.put((String) key, (String) text));
            }
        }
        return texts;
    }

    private static void check(String language, String key, String text, List<String> problems) {
        if (text.isBlank()) {
            problems.add(language + " " + key + " is empty");
            return;
        }
        try {
            var forms = PluralRules.forLocale(Languages.locale(language)).getKeywords();
            plurals(new MessagePattern(text)).forEach((argument, written) -> {
                var missing = new TreeSet<>(forms);
                missing.removeAll(written);
                if (!missing.isEmpty()) {
                    problems.add(language + " " + key + " lacks plural forms " + missing + " of {" + argument + "}");
                }
            });
        } catch (RuntimeException e) {
            problems.add(language + " " + key + " is no ICU message: " + e.getMessage());
        }
    }

    /** Written plural forms by argument. */
    private static Map<String, Set<String>> plurals(MessagePattern pattern) {
        var plurals = new HashMap<String, Set<String>>();
        for (int i = 0; i < pattern.countParts(); i++) {
            var part = pattern.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == MessagePattern.ArgType.PLURAL) {
                var argument = pattern.getSubstring(pattern.getPart(i + 1));
                var end = pattern.getLimitPartIndex(i);
                var forms = plurals.computeIfAbsent(argument + "@" + i, a -> new TreeSet<>());
                for (int j = i + 2; j < end; j++) {
                    if (pattern.getPart(j).getType() == Part.Type.ARG_SELECTOR) {
                        forms.add(pattern.getSubstring(pattern.getPart(j)));
                    }
                    if (pattern.getPart(j).getType() == Part.Type.MSG_START) {
                        j = pattern.getLimitPartIndex(j);
                    }
                }
            }
        }
        return plurals;
    }

    private static Set<String> arguments(String text) {
        var arguments = new TreeSet<String>();
        var pattern = new MessagePattern(text);
        for (int i = 0; i < pattern.countParts(); i++) {
            var type = pattern.getPart(i).getType();
            if (type == Part.Type.ARG_NUMBER || type == Part.Type.ARG_NAME) {
                arguments.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return arguments;
    }

    private static boolean isMissing(String text, Set<String> known, Set<String> modules) {
        if (!KEY.matcher(text).matches() || text.chars().filter(c -> c == '.').count() < 2) {
            return false;
        }
        return modules.contains(text.split("\\.")[0]) && !known.contains(text);
    }

    private static String withoutScripts(String markup) {
        var blank = Pattern.compile("(?s)<(script|kbd|code)\\b[^>]*>.*?</\\1>|<!--.*?-->");
        return blank.matcher(markup).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }

    private static boolean isText(String candidate) {
        var words = candidate
                .replaceAll("&[a-z]+;|&#\\d+;", " ")
                .replaceAll("[^\\p{L}]+", " ")
                .strip();
        return !words.isEmpty() && !SAME_EVERYWHERE.contains(words);
    }
}
