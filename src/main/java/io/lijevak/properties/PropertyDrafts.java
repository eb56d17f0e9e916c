package io.lijevak.properties;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what was written down about a property sound, or refuses it with every problem found. */
record PropertyDrafts(String currency) {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_CHOICES = 500;

    NewProperty sound(NewProperty given) {
        var problems = new ArrayList<FieldProblem>();
        var draft = draft(given.draft(), problems);
        if ((given.type() == PropertyType.REFERENCE) != (given.target() != null)) {
            problems.add(new FieldProblem("target", "properties.problem.target"));
        }
        if (given.type().listed() && given.choices().stream().allMatch(String::isBlank)) {
            problems.add(new FieldProblem("choices", "properties.problem.choices"));
        }
        if (!given.type().listed() && !given.choices().stream().allMatch(String::isBlank)) {
            problems.add(new FieldProblem("choices", "properties.problem.noChoices"));
        }
        var sum = given.type() == PropertyType.MONEY ? soundCurrency(given.currency(), problems) : null;
        refuse(problems);
        var choices = choices(given.choices());
        requireDistinct(choices);
        return new NewProperty(given.kind(), given.type(), given.key(), given.target(), sum, choices, draft);
    }

    static PropertyDraft sound(PropertyDraft given) {
        var problems = new ArrayList<FieldProblem>();
        var draft = draft(given, problems);
        refuse(problems);
        return draft;
    }

    /** Names of values without empty lines and spaces around them. */
    static List<String> choices(List<String> names) {
        var problems = new ArrayList<FieldProblem>();
        var sound = names.stream()
                .flatMap(name -> Stream.ofNullable(line("choices", name, problems)))
                .toList();
        refuse(problems);
        return sound;
    }

    static void requireDistinct(List<String> names) {
        if (names.size() > MOST_CHOICES) {
            throw InvalidInput.at("choices", "properties.problem.manyChoices", MOST_CHOICES);
        }
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw InvalidInput.at("choices", "properties.problem.choice.twice", name);
            }
        }
    }

    private static PropertyDraft draft(PropertyDraft given, List<FieldProblem> problems) {
        var name = line("name", given.name(), problems);
        if (name == null) {
            problems.add(new FieldProblem("name", "platform.problem.required"));
        }
        return new PropertyDraft(
                name == null ? "" : name,
                line("nameHr", given.nameHr(), problems),
                line("nameEn", given.nameEn(), problems),
                line("nameRu", given.nameRu(), problems),
                line("section", given.section(), problems),
                given.required(),
                given.roles(),
                given.position());
    }

    private String soundCurrency(@Nullable String wanted, List<FieldProblem> problems) {
        var code =
                wanted == null || wanted.isBlank() ? currency : wanted.strip().toUpperCase(Locale.ROOT);
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(code))) {
            problems.add(new FieldProblem("currency", "properties.problem.currency", code));
        }
        return code;
    }

    private static @Nullable String line(String field, @Nullable String written, List<FieldProblem> problems) {
        var text = written == null ? "" : written.strip();
        if (text.length() > LONGEST_NAME) {
            problems.add(new FieldProblem(field, "properties.problem.long", LONGEST_NAME));
        }
        if (!PropertyRules.storable(text) || text.lines().count() > 1) {
            problems.add(new FieldProblem(field, "properties.problem.characters"));
        }
        return text.isEmpty() ? null : text;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
