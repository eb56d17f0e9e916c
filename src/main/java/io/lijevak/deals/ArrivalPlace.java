package io.lijevak.deals;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where an arrival stands among those that are listed; before the first one when {@code entered} is null. */
record ArrivalPlace(@Nullable Timestamp entered, int source, long number) {
    private static final int PARTS = 3;

    static ArrivalPlace of(ResultSet row) throws SQLException {
        return new ArrivalPlace(row.getTimestamp("entered_at"), row.getInt("source"), row.getLong("number"));
    }

    static ArrivalPlace read(@Nullable String cursor) {
        var parts = Cursor.read(cursor, PARTS);
        try {
            return parts.isEmpty()
                    ? new ArrivalPlace(null, 0, 0)
                    : new ArrivalPlace(
                            Timestamp.from(Instant.parse(parts.getFirst())),
                            (int) Cursor.id(parts.get(1)),
                            Cursor.id(parts.get(2)));
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }

    String cursor() {
        return Cursor.of(Objects.requireNonNull(entered).toInstant(), source, number);
    }
}
