package io.lijevak.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The opaque place in a keyset list where the next page begins: the sort values of the last row shown. */
public final class Cursor {
    private static final char SEPARATOR = '\u001f';

    private Cursor() {}

    public static String of(Object... values) {
        var text = new StringBuilder();
        for (var value : values) {
            text.append(text.isEmpty() ? "" : SEPARATOR).append(value);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The values of a cursor, empty when there is none; one that was tampered with is invalid input at {@code next}. */
    public static List<String> read(@Nullable String cursor, int values) {
        if (cursor == null || cursor.isEmpty()) {
            return List.of();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var parts = List.of(text.split(String.valueOf(SEPARATOR), -1));
            if (parts.size() == values) {
                return parts;
            }
        } catch (IllegalArgumentException e) {
            // Falls through: the same answer as for a wrong number of values.
        }
        throw InvalidInput.at("next", "platform.error.cursor");
    }

    /** A value of a cursor as an id. */
    public static long id(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
