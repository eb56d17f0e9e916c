package io.lijevak.customers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jspecify.annotations.Nullable;

/** The order of the list for readers of a language, forwards or backwards, and the places in it. */
record CustomerOrder(CustomerFilter.Sort sort, String language, boolean backwards) {
    private static final Field<Long> ID = field(name("c", "id"), Long.class);
    private static final Field<String> NAME = field(name("c", "name"), String.class);

    List<? extends OrderField<?>> fields() {
        var key = sort == CustomerFilter.Sort.NAME ? sortedName() : moment();
        return ascending() ? List.of(key.asc(), ID.asc()) : List.of(key.desc(), ID.desc());
    }

    /** The rows beyond the place a cursor names, all of them without one. */
    Condition beyond(@Nullable String cursor) {
        var last = Cursor.read(cursor, 2);
        if (last.isEmpty()) {
            return noCondition();
        }
        var id = Cursor.id(last.get(1));
        return sort == CustomerFilter.Sort.NAME
                ? beyond(sortedName(), last.getFirst(), id)
                : beyond(moment(), time(last.getFirst()), id);
    }

    String cursor(long id, String name, Instant createdAt, Instant changedAt) {
        return switch (sort) {
            case NAME -> Cursor.of(name, id);
            case CREATED -> Cursor.of(createdAt, id);
            case CHANGED -> Cursor.of(changedAt, id);
        };
    }

    private boolean ascending() {
        return (sort == CustomerFilter.Sort.NAME) != backwards;
    }

    private <T> Condition beyond(Field<T> key, T value, long id) {
        return ascending() ? row(key, ID).gt(value, id) : row(key, ID).lt(value, id);
    }

    private Field<String> sortedName() {
        return NAME.collate(name(Languages.collation(language)));
    }

    private Field<OffsetDateTime> moment() {
        var column = sort == CustomerFilter.Sort.CREATED ? "created_at" : "changed_at";
        return field(name("c", column), OffsetDateTime.class);
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
