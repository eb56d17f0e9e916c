package io.lijevak.properties;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of a record's properties by key. A stored value is a text (also a day, {@code 2026-11-28}), a number (also the
 * id of a list's value or of a record), a flag, or a list of ids. Before {@link PropertyRules} has made it sound, a value
 * may also be what was {@link Typed} into a form, or the name of a list's value as a text.
 */
public record PropertyValues(SortedMap<String, Object> byKey) {
    public static final PropertyValues NONE = new PropertyValues(new TreeMap<>());
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.]\\d+)?([eE][+-]?\\d{1,2})?");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** What a form sent for one property. */
    public record Typed(List<String> texts) {
        public Typed {
            texts = List.copyOf(texts);
        }
    }

    public PropertyValues {
        byKey = new TreeMap<>(byKey);
    }

    public static PropertyValues of(Map<String, ?> values) {
        return new PropertyValues(new TreeMap<>(values));
    }

    /** Reads what is stored, or what the API was sent; null is no value. */
    public static PropertyValues of(@Nullable JsonNode json) {
        var values = new TreeMap<String, Object>();
        if (json != null && json.isObject()) {
            json.properties().forEach(entry -> put(values, entry.getKey(), entry.getValue()));
        }
        return new PropertyValues(values);
    }

    public static PropertyValues read(@Nullable String json) {
        return json == null || json.equals("{}") ? NONE : of(JSON.readTree(json));
    }

    public String json() {
        return JSON.writeValueAsString(byKey);
    }

    /** The values as a program reads and patches them. */
    public JsonNode tree() {
        return JSON.valueToTree(byKey);
    }

    /** The value of a property, null when it has none. */
    public @Nullable Object get(String key) {
        return byKey.get(key);
    }

    public boolean isEmpty() {
        return byKey.isEmpty();
    }

    /** The same with another value of one property; null takes it away. */
    public PropertyValues with(String key, @Nullable Object value) {
        var changed = new TreeMap<>(byKey);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new PropertyValues(changed);
    }

    /** The ids that a value names, none for other values. */
    static List<Long> ids(@Nullable Object value) {
        if (value instanceof Collection<?> many) {
            return many.stream().flatMap(one -> ids(one).stream()).toList();
        }
        return value instanceof BigDecimal id ? List.of(id.longValue()) : List.of();
    }

    /** Hands over the values as a form holds them: ids as texts, numbers as numbers. */
    void forEach(BiConsumer<String, Object> consumer) {
        byKey.forEach(consumer);
    }

    private static void put(Map<String, Object> values, String key, JsonNode node) {
        var value = value(node);
        if (value != null) {
            values.put(key, value);
        }
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNumber()) {
            return number(node);
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isArray()) {
            return node.valueStream()
                    .map(PropertyValues::value)
                    .filter(java.util.Objects::nonNull)
                    .toList();
        }
        return node.isString() ? node.stringValue() : node.isNull() ? null : node.toString();
    }

    /** Written the shortest way, so that equal numbers are equal values; one beyond all measure stays a text. */
    private static Object number(JsonNode node) {
        var text = node.asString();
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches() ? plain(new BigDecimal(text)) : text;
    }

    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
