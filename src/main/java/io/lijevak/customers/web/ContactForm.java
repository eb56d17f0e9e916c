package io.lijevak.customers.web;

import io.lijevak.customers.ContactPerson;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.properties.PropertyForms;
import io.lijevak.properties.PropertyRules;
import io.lijevak.properties.PropertyValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a contact person. */
final class ContactForm {
    private static final List<String> PARTS = List.of("name", "role", "phones", "emails", "note");

    private ContactForm() {}

    static Form of(ContactPerson person) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("version", person.version());
        values.put("name", person.name());
        values.put("role", person.role());
        values.put("phones", CustomerForm.readable(person.phones()));
        values.put("emails", String.join("\n", person.emails()));
        values.put("note", person.note());
        values.putAll(PropertyForms.values(person.properties()));
        return Form.of(values);
    }

    static ContactPerson.Fields read(Form form, PropertyValues stored) {
        return new ContactPerson.Fields(
                form.value("name"),
                form.value("role"),
                form.value("note"),
                CustomerForm.lines(form.value("phones")),
                CustomerForm.lines(form.value("emails")),
                PropertyForms.over(stored, form));
    }

    /** What was typed, with what stands there now. */
    static Form conflict(Form typed, ContactPerson stored) {
        var now = of(stored);
        var values = new LinkedHashMap<String, @Nullable Object>();
        var problems = new ArrayList<FieldProblem>();
        values.put("version", stored.version());
        typed.names().stream()
                .filter(name -> name.startsWith(PropertyRules.PREFIX))
                .forEach(name -> values.put(name, typed.values(name)));
        for (var part : PARTS) {
            values.put(part, typed.value(part));
            var theirs = now.value(part);
            if (!theirs.equals(typed.value(part).replace("\r\n", "\n").strip())) {
                problems.add(new FieldProblem(
                        part,
                        theirs.isEmpty() ? "customers.problem.conflictEmpty" : "customers.problem.conflict",
                        theirs.replace("\n", ", ")));
            }
        }
        return Form.of(values).with(problems);
    }
}
