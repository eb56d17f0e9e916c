package io.lijevak.customers.web;

import io.lijevak.customers.Countries;
import io.lijevak.customers.Customer;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.Languages;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Texts;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A form that somebody was faster with: keeps what was typed and says at each field what stands there now. */
@Component
class Conflicts {
    private final Texts texts;
    private final PropertyForms properties;

    Conflicts(Texts texts, PropertyForms properties) {
        this.texts = texts;
        this.properties = properties;
    }

    /** What was typed, to be saved over the stored version if the reader so decides. */
    Form shown(Form typed, Customer stored, List<String> parts, CurrentUser user) {
        var now = CustomerForm.of(stored);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var problems = new ArrayList<FieldProblem>();
        values.put("version", stored.version());
        values.put("parentId__text", typed.values("parentId__text"));
        for (var part : parts) {
            values.put(part, typed.values(part));
            if (!normal(typed.values(part)).equals(normal(now.values(part)))) {
                problems.add(problem(part, words(part, stored, now, user.language())));
            }
        }
        properties(typed, stored, user, values, problems);
        return Form.of(values).with(problems);
    }

    private void properties(
            Form typed,
            Customer stored,
            CurrentUser user,
            Map<String, @Nullable Object> values,
            List<FieldProblem> problems) {
        typed.names().stream()
                .filter(name -> name.startsWith(PropertyRules.PREFIX))
                .forEach(name -> values.put(name, typed.values(name)));
        properties
                .differing(RecordKind.CUSTOMER, typed, stored.fields().properties(), user)
                .forEach(line -> problems.add(problem(line.field(), line.text())));
    }

    private static FieldProblem problem(String part, String theirs) {
        return theirs.isEmpty()
                ? new FieldProblem(part, "customers.problem.conflictEmpty")
                : new FieldProblem(part, "customers.problem.conflict", theirs);
    }

    private String words(String part, Customer stored, Form now, String language) {
        var names = stored.names();
        return switch (part) {
            case "kind" ->
                texts.get(language, "customers.kind." + stored.fields().kind());
            case "lifecycle" ->
                texts.get(language, "customers.lifecycle." + stored.fields().lifecycle());
            case "sourceId" -> words(names.source());
            case "responsibleId" -> words(names.responsible());
            case "parentId" -> words(names.parent());
            case "categoryIds" -> String.join(", ", names.categories());
            case "taxCountry", "address.country" ->
                now.value(part).isEmpty() ? "" : Countries.name(now.value(part), Languages.locale(language));
            default -> now.value(part).replace("\n", ", ");
        };
    }

    private static String words(@Nullable String name) {
        return name == null ? "" : name;
    }

    private static List<String> normal(List<String> values) {
        return values.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .sorted()
                .toList();
    }
}
