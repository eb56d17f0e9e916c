package io.lijevak.imports;

import io.lijevak.properties.Flags;
import io.lijevak.properties.Property;
import io.lijevak.properties.PropertyType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The properties of a row; a value that cannot be is a problem at its column. */
final class PropertyDraft {
    /** What the columns of properties are called in a draft. */
    static final String PREFIX = "properties.";

    private static final int LONGEST = 4_000;
    private static final Set<PropertyType> TOLD_BY_FIELDS = Set.of(PropertyType.NUMBER, PropertyType.DATE);

    private PropertyDraft() {}

    static void read(RowFields fields, Job job, Draft draft) {
        fields.properties().forEach((key, column) -> {
            var property = find(job, key);
            if (property.isEmpty()) {
                draft.problem(RowProblem.warning(column.heading(), "property-gone", key));
            } else if (!fields.cell(column).isEmpty()) {
                draft.set(PREFIX + key, value(property.get(), fields, column));
            }
        });
    }

    /** Refuses a new record that lacks what it needs. */
    static void require(Job job, Draft draft) {
        for (var property : job.setting().properties()) {
            if (property.required() && draft.get(PREFIX + property.key()) == null) {
                var name = property.name(job.user().language());
                draft.problem(RowProblem.error("", "property-required", name));
            }
        }
    }

    /** Refuses values of lists that are retired, unless the stored record has them already. */
    static void refuseRetired(Job job, Draft draft, @Nullable Current stored) {
        for (var property : job.setting().properties()) {
            var column = PREFIX + property.key();
            var given = draft.get(column);
            if (property.type().listed() && given != null) {
                var kept = stored == null ? Set.<String>of() : ids(stored.value(column));
                ids(given).stream()
                        .filter(id -> !kept.contains(id))
                        .flatMap(id -> property.choice(id).stream())
                        .filter(Property.Choice::retired)
                        .forEach(choice -> draft.problem(RowProblem.error(
                                job.columns().heading(property.key()), "property-retired", choice.name())));
            }
        }
    }

    static Set<String> ids(@Nullable Object value) {
        var many = value instanceof Collection<?> several ? several : value == null ? List.of() : List.of(value);
        return many.stream().map(Objects::toString).collect(Collectors.toSet());
    }

    private static Optional<Property> find(Job job, String key) {
        return job.setting().properties().stream()
                .filter(property -> property.key().equals(key))
                .findFirst();
    }

    private static @Nullable Object value(Property property, RowFields fields, RowFields.Columns.Column column) {
        var text = fields.cell(column).text().strip();
        var value = switch (property.type()) {
            case TEXT -> text.length() > LONGEST ? null : text;
            case NUMBER -> plain(fields.number(column));
            case MONEY -> plain(sum(fields.number(column)));
            case DATE -> {
                var day = fields.date(column);
                yield day == null ? null : day.toLocalDate().toString();
            }
            case FLAG -> Flags.read(text);
            case LIST, MULTI_LIST -> PropertyReading.choices(property, text);
            case REFERENCE ->
                PropertyTargets.type(property)
                        .map(type -> new Ref(type, text.replaceAll("\\s+", " "), "", column.heading()))
                        .orElse(null);
        };
        if (value == null && !TOLD_BY_FIELDS.contains(property.type())) {
            fields.problems().add(RowProblem.error(column.heading(), "property", text));
        }
        return value;
    }

    private static @Nullable BigDecimal sum(@Nullable BigDecimal number) {
        return number == null || number.stripTrailingZeros().scale() > 2 ? null : number;
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
