package io.lijevak.properties;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.left;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The order of records by a property: numbers and days by their size, lists by the place of the value, no before yes,
 * texts as readers of a language expect. Records without a value have no place in it.
 */
public record PropertyOrder(Property property, boolean descends, String language) {
    private static final int LETTERS = 200;
    private static final Set<PropertyType> SORTED = Set.of(
            PropertyType.TEXT,
            PropertyType.NUMBER,
            PropertyType.MONEY,
            PropertyType.DATE,
            PropertyType.FLAG,
            PropertyType.LIST);

    /** Whether records have an order by it. */
    public static boolean sorts(Property property) {
        return SORTED.contains(property.type());
    }

    /** What the rows are ordered by, null for rows without a value. */
    public Field<?> field(String alias) {
        return switch (property.type()) {
            case LIST -> placeInList(alias);
            case NUMBER, MONEY -> StoredValue.number(alias, property.key());
            case TEXT, DATE, FLAG, MULTI_LIST, REFERENCE -> text(alias);
        };
    }

    /** The place of a record with these values, as the address of a page keeps it; null when it has none. */
    public @Nullable String place(PropertyValues values) {
        var value = values.get(property.key());
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number.toPlainString();
            default -> beginning(value.toString());
        };
    }

    /** The rows beyond a place, upwards or downwards, then by id. */
    public Condition beyond(String alias, String value, long id, boolean up) {
        var key = RecordTable.id(alias);
        return switch (property.type()) {
            case LIST -> beyond(placeInList(alias), placeInList(number(value)), key, id, up);
            case NUMBER, MONEY -> beyond(StoredValue.number(alias, property.key()), number(value), key, id, up);
            case TEXT, DATE, FLAG, MULTI_LIST, REFERENCE -> beyond(text(alias), value, key, id, up);
        };
    }

    private static <T> Condition beyond(Field<T> field, T value, Field<Long> key, long id, boolean up) {
        var place = row(val(value), val(id));
        return up ? row(field, key).gt(place) : row(field, key).lt(place);
    }

    private Field<Integer> placeInList(String alias) {
        return DSL.field(
                "array_position({0}, cast({1} as bigint))",
                Integer.class, inline(choices().toArray(Long[]::new)), StoredValue.json(alias, property.key()));
    }

    private int placeInList(BigDecimal id) {
        return choices().indexOf(id.longValue()) + 1;
    }

    private List<Long> choices() {
        return property.choices().stream().map(Property.Choice::id).toList();
    }

    private Field<String> text(String alias) {
        var text = StoredValue.text(alias, property.key());
        return property.type() == PropertyType.TEXT
                ? left(text, inline(LETTERS)).collate(DSL.collation(Languages.collation(language)))
                : text.collate(DSL.collation("C"));
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= LETTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LETTERS));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
