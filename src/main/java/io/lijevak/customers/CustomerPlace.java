package io.lijevak.customers;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in a list: the key of its order there, and the customer that stands at it. */
record CustomerPlace(CustomerOrder.Key key, String value, long id) {

    /** The place that the address of a page names, null when it names none. */
    static @Nullable CustomerPlace read(@Nullable String cursor) {
        var parts = Cursor.read(cursor, 3);
        if (parts.isEmpty()) {
            return null;
        }
        var key = Stream.of(CustomerOrder.Key.values())
                .filter(one -> one.name().equals(parts.getFirst()))
                .findFirst()
                .orElseThrow(() -> InvalidInput.at("next", "platform.error.cursor"));
        return new CustomerPlace(key, parts.get(1), Cursor.id(parts.get(2)));
    }

    String text() {
        return Cursor.of(key, value, id);
    }
}
