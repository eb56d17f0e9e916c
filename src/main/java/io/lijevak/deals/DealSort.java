package io.lijevak.deals;

import static io.lijevak.deals.DealConditions.ID;
import static io.lijevak.deals.DealConditions.column;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import io.lijevak.platform.Languages;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** An order of the list, and the place in it where the next page begins. */
enum DealSort {
    NEWEST,
    TITLE,
    AMOUNT,
    EXPECTED;

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    static DealSort of(String word) {
        return Stream.of(values())
                .filter(sort -> sort.word().equals(word))
                .findFirst()
                .orElse(NEWEST);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order, or the same one from its end. */
    List<SortField<?>> fields(String language, boolean backwards) {
        return Stream.of(key(language), ID)
                .distinct()
                .<SortField<?>>map(field -> ascends() != backwards ? field.asc() : field.desc())
                .toList();
    }

    /** The columns that the order looks at besides the id. */
    List<Field<?>> columns() {
        return switch (this) {
            case NEWEST -> List.of();
            case TITLE -> List.of(column("title", String.class));
            case AMOUNT -> List.of(column("potential", BigDecimal.class));
            case EXPECTED -> List.of(column("expected_close", LocalDate.class));
        };
    }

    /** The rows after a cursor, or those before it; an unreadable cursor begins anew. */
    Condition beyond(@Nullable String cursor, String language, boolean backwards) {
        return Optional.ofNullable(cursor)
                .flatMap(text -> readable(text, language, backwards))
                .orElseGet(DSL::trueCondition);
    }

    /** The cursor of the place where a deal with these values stands. */
    String cursor(long id, String title, @Nullable BigDecimal potential, @Nullable LocalDate expectedClose) {
        var value = switch (this) {
            case NEWEST -> "";
            case TITLE -> title;
            case AMOUNT -> (potential == null ? BigDecimal.ONE.negate() : potential).toPlainString();
            case EXPECTED -> (expectedClose == null ? NEVER : expectedClose).toString();
        };
        var text = id + ":" + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Condition> readable(String cursor, String language, boolean backwards) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            var id = Long.valueOf(text.substring(0, colon));
            return Optional.of(beyond(id, text.substring(colon + 1), language, backwards));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Condition beyond(Long id, String value, String language, boolean backwards) {
        var up = ascends() != backwards;
        return switch (this) {
            case NEWEST -> up ? ID.gt(id) : ID.lt(id);
            case TITLE -> beyond(title(language), value, id, up);
            case AMOUNT -> beyond(potential(), new BigDecimal(value), id, up);
            case EXPECTED -> beyond(expected(), LocalDate.parse(value), id, up);
        };
    }

    private static <T> Condition beyond(Field<T> key, T value, Long id, boolean up) {
        var place = row(val(value), val(id));
        return up ? row(key, ID).gt(place) : row(key, ID).lt(place);
    }

    private boolean ascends() {
        return this == TITLE || this == EXPECTED;
    }

    private Field<?> key(String language) {
        return switch (this) {
            case NEWEST -> ID;
            case TITLE -> title(language);
            case AMOUNT -> potential();
            case EXPECTED -> expected();
        };
    }

    private static Field<String> title(String language) {
        return column("title", String.class).collate(DSL.collation(Languages.collation(language)));
    }

    private static Field<BigDecimal> potential() {
        return coalesce(column("potential", BigDecimal.class), inline(BigDecimal.ONE.negate()));
    }

    private static Field<LocalDate> expected() {
        return coalesce(column("expected_close", LocalDate.class), inline(NEVER));
    }
}
