package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.ID;
import static org.jooq.impl.DSL.trueCondition;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.PropertyOrder;
import io.lijevak.properties.PropertyValues;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of deals that has one order (ADR 0015). A list in the order of a property has two: the deals with a
 * value, and then the others by their age; every other list is a single stretch.
 *
 * @param property the order of this part, null when it is that of {@code sort}
 * @param lacked the property that the deals of this part have no value of
 */
record DealStretch(
        DealSort sort,
        @Nullable PropertyOrder property,
        @Nullable PropertyOrder lacked,
        String language) {
    private static final String MARK = "property";

    /** What a deal's place in the list depends on. */
    record Place(
            long id,
            String title,
            @Nullable BigDecimal potential,
            @Nullable LocalDate expectedClose,
            PropertyValues properties) {
        static Place of(DealRow row) {
            return new Place(row.id(), row.title(), row.potential(), row.expectedClose(), row.properties());
        }

        static Place of(DealOverview deal) {
            return new Place(
                    deal.id().value(), deal.title(), deal.value().potential(), deal.expectedClose(), deal.properties());
        }
    }

    /** The stretches of a list, from its beginning. */
    static List<DealStretch> of(String order, @Nullable PropertyOrder property, String language) {
        return property == null
                ? List.of(new DealStretch(DealSort.of(order), null, null, language))
                : List.of(
                        new DealStretch(DealSort.NEWEST, property, null, language),
                        new DealStretch(DealSort.NEWEST, null, property, language));
    }

    /** The deals of the stretch, as its index tells them apart. */
    Condition within() {
        return property == null ? DSL.noCondition() : property.field("d").isNotNull();
    }

    /** What else the deals of the stretch must meet, null when there is nothing. */
    @Nullable
    Condition narrowing() {
        return lacked == null ? null : lacked.field("d").isNull();
    }

    /** The order, or the same one from its end. */
    List<SortField<?>> fields(boolean backwards) {
        if (property == null) {
            return sort.fields(language, backwards);
        }
        var value = property.field("d");
        return property.descends() == backwards ? List.of(value.asc(), ID.asc()) : List.of(value.desc(), ID.desc());
    }

    /** The columns that the order looks at besides the id. */
    List<Field<?>> columns() {
        return property == null ? sort.columns() : List.of(DealConditions.column("properties", Object.class));
    }

    /** Whether a deal stands in it. */
    boolean holds(Place place) {
        return property != null
                ? property.place(place.properties()) != null
                : lacked == null || lacked.place(place.properties()) == null;
    }

    /** Whether a cursor stands in it. */
    boolean holds(String cursor) {
        return property == null || isOfProperty(cursor);
    }

    private static boolean isOfProperty(String cursor) {
        try {
            return Cursor.read(cursor, 3).getFirst().equals(MARK);
        } catch (InvalidInput unreadable) {
            return false;
        }
    }

    /** The cursor of a place in it. */
    String cursor(Place place) {
        var value = property == null ? null : property.place(place.properties());
        return value == null
                ? sort.cursor(place.id(), place.title(), place.potential(), place.expectedClose())
                : Cursor.of(MARK, value, place.id());
    }

    /** The deals beyond a cursor, all of them without one. */
    Condition beyond(@Nullable String cursor, boolean backwards) {
        if (cursor == null) {
            return trueCondition();
        }
        if (property == null) {
            return sort.beyond(cursor, language, backwards);
        }
        var parts = Cursor.read(cursor, 3);
        return property.beyond("d", parts.get(1), Cursor.id(parts.get(2)), property.descends() == backwards);
    }
}
