package io.lijevak.customers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.Languages;
import io.lijevak.platform.SearchTerm;
import io.lijevak.properties.PropertyOrder;
import io.lijevak.properties.PropertyValues;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** An order of the list for readers of a language, forwards or backwards, and the places in it. */
record CustomerOrder(
        Key key,
        String language,
        boolean backwards,
        @Nullable PropertyOrder property) {
    private static final Field<Long> ID = field(name("c", "id"), Long.class);
    private static final Field<String> NAME = field(name("c", "name"), String.class);
    private static final Field<OffsetDateTime> CREATED = field(name("c", "created_at"), OffsetDateTime.class);
    private static final Field<OffsetDateTime> CHANGED = field(name("c", "changed_at"), OffsetDateTime.class);
    private static final Field<String> SEARCH = CustomerConditions.SEARCH;

    /** The beginning of the search text, as a column of what a page reads. */
    static final Field<String> BEGINNING = SearchTerm.beginning(SEARCH).as("beginning");

    CustomerOrder(Key key, String language, boolean backwards) {
        this(key, language, backwards, null);
    }

    /** What the rows are ordered by, then by id. */
    enum Key {
        /** Beginnings of names by their folded letters, which are the same for every language. */
        BEGINNING,
        NAME,
        CREATED,
        CHANGED,
        /** A property of the company's own. */
        PROPERTY
    }

    List<? extends OrderField<?>> fields() {
        return ascending() ? List.of(sorted().asc(), ID.asc()) : List.of(sorted().desc(), ID.desc());
    }

    /** The columns that the order looks at. */
    List<Field<?>> columns() {
        return switch (key) {
            case BEGINNING -> List.of(SEARCH);
            case NAME -> List.of(NAME);
            case CREATED -> List.of(CREATED);
            case CHANGED -> List.of(CHANGED);
            case PROPERTY -> List.of(field(name("c", "properties")));
        };
    }

    /** The rows beyond a place of this order, all of them without one. */
    Condition beyond(@Nullable CustomerPlace place) {
        if (place == null) {
            return noCondition();
        }
        return switch (key) {
            case BEGINNING -> beyond(SearchTerm.beginning(SEARCH), place.value(), place.id());
            case NAME -> beyond(sortedName(), place.value(), place.id());
            case CREATED -> beyond(CREATED, time(place.value()), place.id());
            case CHANGED -> beyond(CHANGED, time(place.value()), place.id());
            case PROPERTY -> own().beyond("c", place.value(), place.id(), ascending());
        };
    }

    /** The place of a row that a page has read. */
    CustomerPlace place(Record row) {
        return switch (key) {
            case BEGINNING -> new CustomerPlace(key, row.get(BEGINNING), row.get(ID));
            case NAME -> new CustomerPlace(key, row.get(NAME), row.get(ID));
            case CREATED -> place(row.get(CREATED).toInstant(), row.get(ID));
            case CHANGED -> place(row.get(CHANGED).toInstant(), row.get(ID));
            case PROPERTY -> new CustomerPlace(key, value(CustomerRows.properties(row)), row.get(ID));
        };
    }

    private CustomerPlace place(Instant moment, long id) {
        return new CustomerPlace(key, moment.toString(), id);
    }

    private String value(PropertyValues values) {
        return Objects.requireNonNull(own().place(values), "a row without a value stands in another stretch");
    }

    private PropertyOrder own() {
        return Objects.requireNonNull(property);
    }

    private boolean ascending() {
        var up = key == Key.PROPERTY ? !own().descends() : key == Key.NAME || key == Key.BEGINNING;
        return up != backwards;
    }

    private <T> Condition beyond(Field<T> field, T value, long id) {
        return ascending() ? row(field, ID).gt(value, id) : row(field, ID).lt(value, id);
    }

    private Field<?> sorted() {
        return switch (key) {
            case BEGINNING -> SearchTerm.beginning(SEARCH);
            case NAME -> sortedName();
            case CREATED -> CREATED;
            case CHANGED -> CHANGED;
            case PROPERTY -> own().field("c");
        };
    }

    private Field<String> sortedName() {
        return NAME.collate(name(Languages.collation(language)));
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
