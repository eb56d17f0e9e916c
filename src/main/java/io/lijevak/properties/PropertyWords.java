package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Money;
import io.lijevak.platform.web.Formats;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of properties as people read them: names instead of ids, numbers and days in the company's formats. */
@Component
public class PropertyWords {
    /** What the name of a property's field in the audit trail begins with. */
    static final String AUDITED = "property.";

    private final Properties properties;
    private final References references;
    private final Companies companies;
    private final Texts texts;

    PropertyWords(Properties properties, References references, Companies companies, Texts texts) {
        this.properties = properties;
        this.references = references;
        this.companies = companies;
        this.texts = texts;
    }

    /** Names of the records that many values refer to, read at once. */
    public record Names(Map<RecordKind, Map<Long, String>> byKind) {
        String of(RecordKind kind, long id) {
            return byKind.getOrDefault(kind, Map.of()).getOrDefault(id, "#" + id);
        }
    }

    /** Reads the names that the values of these properties refer to: one statement for each kind of record named. */
    public Names names(List<Property> shown, Collection<PropertyValues> values) {
        var ids = new HashMap<RecordKind, List<Long>>();
        for (var property : shown) {
            if (property.target() != null) {
                var named = values.stream().flatMap(each -> PropertyValues.ids(each.get(property.key())).stream());
                ids.merge(
                        property.target(),
                        named.toList(),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList());
            }
        }
        return new Names(ids.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> references.names(entry.getKey(), entry.getValue()))));
    }

    /** A value in words for readers of a language, null when there is none. */
    public @Nullable String word(Property property, PropertyValues values, Names names, String language) {
        var value = values.get(property.key());
        if (value == null) {
            return null;
        }
        var formats =
                new Formats(companies.current().region(), companies.current().timeZone());
        return switch (property.type()) {
            case TEXT -> value.toString();
            case NUMBER ->
                value instanceof BigDecimal number
                        ? formats.decimal(number, Math.max(0, number.scale()))
                        : value.toString();
            case MONEY ->
                value instanceof BigDecimal sum
                        ? formats.money(new Money(sum, Objects.requireNonNull(property.currency())))
                        : value.toString();
            case DATE -> formats.date(LocalDate.parse(value.toString()));
            case FLAG -> texts.get(language, Boolean.TRUE.equals(value) ? "properties.yes" : "properties.no");
            case LIST, MULTI_LIST -> choices(property, value);
            case REFERENCE ->
                PropertyValues.ids(value).stream()
                        .map(id -> names.of(Objects.requireNonNull(property.target()), id))
                        .collect(Collectors.joining(", "));
        };
    }

    /** What differs between two states of a record, by the audit trail's name of each property. */
    public Map<String, Change> changes(RecordKind kind, @Nullable PropertyValues before, PropertyValues after) {
        var old = before == null ? PropertyValues.NONE : before;
        if (old.equals(after)) {
            return Map.of();
        }
        var all = properties.all(kind);
        var names = names(all, List.of(old, after));
        var language = companies.current().language();
        var changes = new LinkedHashMap<String, Change>();
        for (var property : all) {
            var was = word(property, old, names, language);
            var is = word(property, after, names, language);
            if (!Objects.equals(was, is)) {
                changes.put(AUDITED + property.key(), new Change(was, is));
            }
        }
        return changes;
    }

    /** Whether an audited field is a property's. */
    public static boolean isProperty(String field) {
        return field.startsWith(AUDITED);
    }

    /** The name of an audited property, null when the viewer may not see it. */
    public @Nullable String label(RecordKind kind, String field, CurrentUser viewer) {
        var key = field.substring(AUDITED.length());
        var property = properties.find(kind, key);
        if (property.isEmpty()) {
            return key;
        }
        return property.filter(known -> known.visibleTo(viewer))
                .map(known -> known.name(viewer.language()))
                .orElse(null);
    }

    /** Values for programs: lists by the names of their values, references by id, the rest as stored. */
    public Map<String, Object> plain(RecordKind kind, PropertyValues values, CurrentUser viewer) {
        var plain = new LinkedHashMap<String, Object>();
        for (var property : properties.seen(kind, viewer)) {
            var value = values.get(property.key());
            if (value != null) {
                plain.put(property.key(), property.type().listed() ? named(property, value) : value);
            }
        }
        return plain;
    }

    private static Object named(Property property, Object value) {
        var names =
                PropertyValues.ids(value).stream().map(id -> name(property, id)).toList();
        return property.type() == PropertyType.LIST && names.size() == 1 ? names.getFirst() : names;
    }

    private static String choices(Property property, Object value) {
        return PropertyValues.ids(value).stream().map(id -> name(property, id)).collect(Collectors.joining(", "));
    }

    private static String name(Property property, long id) {
        return property.choice(Long.toString(id)).map(Property.Choice::name).orElse("#" + id);
    }
}
