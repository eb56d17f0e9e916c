package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Input;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Properties on pages: as lines of a card, and as inputs of a form and back. */
@Component
public class PropertyForms {
    private final Properties properties;
    private final PropertyWords words;
    private final References references;
    private final Texts texts;
    private final Companies companies;

    PropertyForms(Properties properties, PropertyWords words, References references, Texts texts, Companies companies) {
        this.properties = properties;
        this.words = words;
        this.references = references;
        this.texts = texts;
        this.companies = companies;
    }

    /** A property on a card; the text is empty without a value. */
    public record Line(
            String key,
            String label,
            String section,
            String text,
            @Nullable String href) {
        /** Its name in forms. */
        public String field() {
            return PropertyRules.PREFIX + key;
        }
    }

    /** The lines of a card, by group and position. */
    public List<Line> lines(RecordKind kind, PropertyValues values, CurrentUser viewer) {
        var seen = properties.seen(kind, viewer);
        var names = words.names(seen, List.of(values));
        return seen.stream()
                .map(property -> new Line(
                        property.key(),
                        property.name(viewer.language()),
                        section(property),
                        Objects.requireNonNullElse(word(property, values, names, viewer), ""),
                        href(property, values)))
                .toList();
    }

    /** The lines of those properties for which something else was typed than stands there now. */
    public List<Line> differing(RecordKind kind, Form typed, PropertyValues stored, CurrentUser viewer) {
        var now = Form.of(values(stored));
        return lines(kind, stored, viewer).stream()
                .filter(line -> typed.names().contains(line.field()))
                .filter(line -> !same(typed, now, line.field()))
                .toList();
    }

    private boolean same(Form typed, Form now, String field) {
        var one = typed.values(field).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .sorted()
                .toList();
        var other = now.values(field).stream().sorted().toList();
        if (one.equals(other)) {
            return true;
        }
        var region = companies.current().region();
        var number = typed.reader(region).decimal(field);
        return number != null
                && other.equals(List.of(PropertyValues.plain(number).toPlainString()));
    }

    /** The inputs of a form for all properties that the person may see. */
    public List<Input> inputs(RecordKind kind, PropertyValues stored, CurrentUser viewer) {
        var seen = properties.seen(kind, viewer);
        var names = words.names(seen, List.of(stored));
        return seen.stream()
                .map(property -> input(property, stored, names, viewer))
                .toList();
    }

    /** The input of one property, or {@link RecordNotFound} when there is none that the person may see. */
    public Input input(RecordKind kind, String key, PropertyValues stored, CurrentUser viewer) {
        var property = properties
                .find(kind, key)
                .filter(known -> !known.retired() && known.visibleTo(viewer))
                .orElseThrow(() -> new RecordNotFound("property", key));
        return input(property, stored, words.names(List.of(property), List.of(stored)), viewer);
    }

    /** Stored values as the values of a form. */
    public static Map<String, Object> values(PropertyValues stored) {
        var values = new LinkedHashMap<String, Object>();
        stored.forEach((key, value) -> values.put(PropertyRules.PREFIX + key, value));
        return values;
    }

    /** What a form sends for the properties it has inputs of. */
    public static PropertyValues read(Form form) {
        var typed = new TreeMap<String, Object>();
        for (var name : form.names()) {
            if (name.startsWith(PropertyRules.PREFIX) && !name.endsWith("__text")) {
                typed.put(
                        name.substring(PropertyRules.PREFIX.length()), new PropertyValues.Typed(reference(form, name)));
            }
        }
        return new PropertyValues(typed);
    }

    /** Stored values with those replaced that a form sends. */
    public static PropertyValues over(PropertyValues stored, Form form) {
        var values = new TreeMap<>(stored.byKey());
        values.putAll(read(form).byKey());
        return new PropertyValues(values);
    }

    /** Whoever empties the text of a reference takes the reference away. */
    private static List<String> reference(Form form, String name) {
        var texts = form.values(name + "__text");
        return texts.size() == 1 && texts.getFirst().isBlank() ? List.of() : form.values(name);
    }

    private Input input(Property property, PropertyValues stored, PropertyWords.Names names, CurrentUser viewer) {
        return new Input(
                PropertyRules.PREFIX + property.key(),
                property.name(viewer.language()),
                section(property),
                kind(property.type()),
                options(property, stored, viewer.language()),
                property.required(),
                property.target() == null ? "" : "/records/" + property.target().word() + "/options",
                property.target() == null ? "" : Objects.requireNonNullElse(word(property, stored, names, viewer), ""),
                Objects.requireNonNullElse(property.currency(), ""));
    }

    private static Input.Kind kind(PropertyType type) {
        return switch (type) {
            case TEXT -> Input.Kind.TEXT;
            case NUMBER, MONEY -> Input.Kind.NUMBER;
            case DATE -> Input.Kind.DATE;
            case FLAG, LIST -> Input.Kind.CHOICE;
            case MULTI_LIST -> Input.Kind.CHOICES;
            case REFERENCE -> Input.Kind.REFERENCE;
        };
    }

    private List<Option> options(Property property, PropertyValues stored, String language) {
        if (property.type() == PropertyType.FLAG) {
            return List.of(
                    new Option("true", texts.get(language, "properties.yes")),
                    new Option("false", texts.get(language, "properties.no")));
        }
        return property.offered(chosen(stored.get(property.key()))).stream()
                .map(choice -> new Option(choice.value(), choice.name()))
                .toList();
    }

    private static Set<String> chosen(@Nullable Object value) {
        var all = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return all.stream()
                .map(one -> one instanceof BigDecimal id ? id.toPlainString() : one.toString())
                .collect(Collectors.toSet());
    }

    private @Nullable String word(
            Property property, PropertyValues values, PropertyWords.Names names, CurrentUser viewer) {
        return words.word(property, values, names, viewer.language());
    }

    private @Nullable String href(Property property, PropertyValues values) {
        var ids = PropertyValues.ids(values.get(property.key()));
        return property.target() == null || ids.isEmpty() ? null : references.href(property.target(), ids.getFirst());
    }

    private static String section(Property property) {
        return Objects.requireNonNullElse(property.draft().section(), "");
    }
}
