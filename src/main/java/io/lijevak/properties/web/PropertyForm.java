package io.lijevak.properties.web;

import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.properties.NewProperty;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyDraft;
import io.lijevak.properties.PropertyType;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A property as form fields and back. */
final class PropertyForm {
    private PropertyForm() {}

    static Form of(Property property) {
        var draft = property.draft();
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("version", property.version());
        values.put("name", draft.name());
        values.put("nameHr", draft.nameHr());
        values.put("nameEn", draft.nameEn());
        values.put("nameRu", draft.nameRu());
        values.put("section", draft.section());
        values.put("required", draft.required());
        values.put("roles", draft.roles().stream().map(Enum::name).toList());
        values.put("position", draft.position());
        return Form.of(values);
    }

    static NewProperty fresh(Form form, Locale region) {
        var reader = form.reader(region);
        var type = reader.choice("type", PropertyType.class);
        if (type == null && form.value("type").isBlank()) {
            reader.problem("type", "platform.problem.required");
        }
        var target = reader.choice("target", RecordKind.class);
        var draft = draft(form, reader);
        reader.check();
        return new NewProperty(
                RecordKind.of(form.value("kind")),
                Objects.requireNonNull(type),
                reader.text("key"),
                type == PropertyType.REFERENCE ? target : null,
                reader.text("currency"),
                type.listed() ? lines(form.value("choices")) : List.of(),
                draft);
    }

    static PropertyDraft draft(Form form, Locale region) {
        var reader = form.reader(region);
        var draft = draft(form, reader);
        reader.check();
        return draft;
    }

    static List<String> lines(String text) {
        return text.lines().toList();
    }

    private static PropertyDraft draft(Form form, FormReader reader) {
        return new PropertyDraft(
                form.value("name"),
                reader.text("nameHr"),
                reader.text("nameEn"),
                reader.text("nameRu"),
                reader.text("section"),
                reader.flag("required"),
                form.values("roles").stream()
                        .flatMap(name -> Stream.of(Role.values())
                                .filter(role -> role.name().equals(name)))
                        .collect(Collectors.toSet()),
                Objects.requireNonNullElse(reader.integer("position"), 0));
    }
}
