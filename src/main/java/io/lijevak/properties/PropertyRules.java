package io.lijevak.properties;

import io.lijevak.platform.Companies;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.Form;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes given values sound: each of the type of its property, chosen from what may be chosen, none that is unknown. */
@Component
public class PropertyRules {
    /** Problems stand at {@code properties.<key>}, in forms and in the API alike. */
    public static final String PREFIX = "properties.";

    private static final int LONGEST = 4_000;
    private static final BigDecimal LIMIT = new BigDecimal("1e17");
    private final Properties properties;
    private final References references;
    private final Companies companies;

    PropertyRules(Properties properties, References references, Companies companies) {
        this.properties = properties;
        this.references = references;
        this.companies = companies;
    }

    /**
     * The values as they are stored.
     *
     * @param before what the record has now, null for a new one; what the person may not see or is retired stays
     */
    public PropertyValues sound(
            RecordKind kind,
            PropertyValues given,
            @Nullable PropertyValues before,
            CurrentUser by,
            List<FieldProblem> problems) {
        if (given.isEmpty() && before == null && properties.all(kind).isEmpty() || given.equals(before)) {
            return given;
        }
        var old = before == null ? PropertyValues.NONE : before;
        var sound = new TreeMap<String, Object>();
        for (var property : properties.all(kind)) {
            var seen = !property.retired() && property.visibleTo(by);
            var value = seen ? one(property, given, old, by, problems) : old.get(property.key());
            if (value != null) {
                sound.put(property.key(), value);
            }
            if (seen && value == null && property.required() && (before == null || old.get(property.key()) != null)) {
                require(property, problems);
            }
        }
        refuseUnknown(kind, given, old, by, problems);
        return new PropertyValues(sound);
    }

    private @Nullable Object one(
            Property property, PropertyValues given, PropertyValues old, CurrentUser by, List<FieldProblem> problems) {
        var value = given.get(property.key());
        var stored = old.get(property.key());
        return Objects.equals(value, stored) ? stored : read(property, value, stored, by, problems);
    }

    private static void require(Property property, List<FieldProblem> problems) {
        var field = PREFIX + property.key();
        if (problems.stream().noneMatch(problem -> problem.field().equals(field))) {
            problems.add(new FieldProblem(field, "platform.problem.required"));
        }
    }

    /** A value for a property that does not exist, is retired or hidden, and is not what stands there anyway. */
    private void refuseUnknown(
            RecordKind kind, PropertyValues given, PropertyValues old, CurrentUser by, List<FieldProblem> problems) {
        var known = properties.seen(kind, by).stream().map(Property::key).toList();
        given.byKey().forEach((key, value) -> {
            if (!known.contains(key) && !value.equals(old.get(key))) {
                problems.add(new FieldProblem(PREFIX + shortened(key), "properties.problem.unknown", shortened(key)));
            }
        });
    }

    private @Nullable Object read(
            Property property,
            @Nullable Object given,
            @Nullable Object stored,
            CurrentUser by,
            List<FieldProblem> problems) {
        var texts = texts(given);
        if (given == null || texts != null && texts.stream().allMatch(String::isBlank)) {
            return null;
        }
        var field = PREFIX + property.key();
        return switch (property.type()) {
            case TEXT -> text(field, texts, problems);
            case NUMBER -> number(field, given, texts, problems, null);
            case MONEY -> number(field, given, texts, problems, 2);
            case DATE -> day(field, texts, problems);
            case FLAG -> flag(field, given, texts, problems);
            case LIST -> ChosenValues.one(property, given, stored, problems);
            case MULTI_LIST -> ChosenValues.many(property, given, stored, problems);
            case REFERENCE -> reference(property, given, stored, by, problems);
        };
    }

    private static @Nullable String text(String field, @Nullable List<String> texts, List<FieldProblem> problems) {
        if (texts == null) {
            problems.add(new FieldProblem(field, "platform.api.field.type"));
            return null;
        }
        var text = texts.getFirst().strip().replace("\r\n", "\n");
        if (text.length() > LONGEST) {
            problems.add(new FieldProblem(field, "properties.problem.long", LONGEST));
        }
        if (!storable(text)) {
            problems.add(new FieldProblem(field, "properties.problem.characters"));
        }
        return text;
    }

    private @Nullable BigDecimal number(
            String field,
            Object given,
            @Nullable List<String> texts,
            List<FieldProblem> problems,
            @Nullable Integer decimals) {
        if (texts != null) {
            var reader = Form.of(Map.of(field, texts.getFirst()))
                    .reader(companies.current().region());
            var read = decimals == null ? reader.decimal(field) : reader.amount(field);
            problems.addAll(reader.problems());
            return read == null ? null : PropertyValues.plain(read);
        }
        if (!(given instanceof BigDecimal number) || number.abs().compareTo(LIMIT) >= 0) {
            problems.add(new FieldProblem(field, "platform.problem.number", String.valueOf(given)));
            return null;
        }
        if (decimals != null && number.scale() > decimals) {
            problems.add(new FieldProblem(field, "platform.problem.amount.decimals"));
        }
        return number;
    }

    private @Nullable String day(String field, @Nullable List<String> texts, List<FieldProblem> problems) {
        if (texts == null) {
            problems.add(new FieldProblem(field, "platform.api.field.type"));
            return null;
        }
        var reader = Form.of(Map.of(field, texts.getFirst()))
                .reader(companies.current().region());
        var day = reader.date(field);
        problems.addAll(reader.problems());
        return day == null ? null : day.toString();
    }

    private static @Nullable Boolean flag(
            String field, Object given, @Nullable List<String> texts, List<FieldProblem> problems) {
        var value = texts == null ? given : Flags.read(texts.getFirst());
        if (value instanceof Boolean flag) {
            return flag;
        }
        problems.add(new FieldProblem(field, "properties.problem.flag"));
        return null;
    }

    private @Nullable BigDecimal reference(
            Property property, Object given, @Nullable Object stored, CurrentUser by, List<FieldProblem> problems) {
        var texts = texts(given);
        var id =
                texts == null ? given : texts.getFirst().matches("\\d{1,18}") ? new BigDecimal(texts.getFirst()) : null;
        var found = id instanceof BigDecimal number
                && number.scale() == 0
                && (number.equals(stored)
                        || references.sees(Objects.requireNonNull(property.target()), number.longValue(), by));
        if (!found) {
            problems.add(new FieldProblem(PREFIX + property.key(), "platform.problem.choice"));
        }
        return found ? (BigDecimal) id : null;
    }

    private static @Nullable List<String> texts(@Nullable Object given) {
        if (given instanceof PropertyValues.Typed typed) {
            return typed.texts();
        }
        return given instanceof String text ? List.of(text) : null;
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** PostgreSQL stores every character but NUL, and UTF-8 has no place for half a surrogate pair. */
    static boolean storable(String text) {
        return text.indexOf('\0') < 0 && text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }
}
