package io.lijevak.imports;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rows as JSON, the shape in which batches go to the database and stored records come from it. */
@Component
class StoredRows {
    private final JsonMapper json;

    StoredRows(JsonMapper json) {
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** A row of {@code id, version, import_id, row, list arrays…}. */
    Current read(ResultSet row, List<String> lists) throws SQLException {
        var sets = new HashMap<String, Set<String>>();
        for (var list : lists) {
            sets.put(list, new HashSet<>(List.of((String[]) row.getArray(list).getArray())));
        }
        return new Current(
                row.getLong("id"),
                row.getInt("version"),
                (Long) row.getObject("import_id"),
                map(row.getString("row")),
                sets);
    }

    Map<String, @Nullable Object> map(String text) {
        return json.readValue(text, new TypeReference<LinkedHashMap<String, @Nullable Object>>() {});
    }

    String write(Object value) {
        return json.writeValueAsString(value);
    }

    /** Whether the stored value is the one a row gives. */
    static boolean isSame(Object given, @Nullable Object stored) {
        return switch (given) {
            case BigDecimal number -> stored instanceof Number && number.compareTo(decimal(stored)) == 0;
            case Number number -> stored instanceof Number other && number.longValue() == other.longValue();
            case Instant instant ->
                stored != null
                        && OffsetDateTime.parse(stored.toString()).toInstant().equals(instant);
            case LocalDate date -> date.toString().equals(stored);
            case Boolean flag -> flag.equals(stored);
            case List<?> many -> PropertyDraft.ids(many).equals(PropertyDraft.ids(stored));
            default -> given.toString().equals(stored);
        };
    }

    /** Puts a value into its column, one of a property among the values of its row. */
    static void put(Map<String, Object> row, String column, Object value) {
        if (!column.startsWith(PropertyDraft.PREFIX)) {
            row.put(column, plain(value));
            return;
        }
        var properties = new LinkedHashMap<Object, Object>();
        if (row.get("properties") instanceof Map<?, ?> before) {
            properties.putAll(before);
        }
        properties.put(column.substring(PropertyDraft.PREFIX.length()), value);
        row.put("properties", properties);
    }

    private static BigDecimal decimal(Object number) {
        return number instanceof BigDecimal exact ? exact : new BigDecimal(number.toString());
    }

    /** The value as JSON carries it. */
    static Object plain(Object value) {
        return value instanceof Instant || value instanceof LocalDate ? value.toString() : value;
    }
}
