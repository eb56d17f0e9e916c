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

    List<SortField<?>> fields(String language) {
        return switch (this) {
            case NEWEST -> List.of(ID.desc());
            case TITLE -> List.of(title(language).asc(), ID.asc());
            case AMOUNT -> List.of(potential().desc(), ID.desc());
            case EXPECTED -> List.of(expected().asc(), ID.asc());
        };
    }

    /** The rows after a cursor; an unreadable cursor begins anew. */
    Condition after(@Nullable String cursor, String language) {
        return Optional.ofNullable(cursor)
                .flatMap(text -> readable(text, language))
                .orElseGet(DSL::trueCondition);
    }

    String cursor(DealRow last) {
        var value = switch (this) {
            case NEWEST -> "";
            case TITLE -> last.title();
            case AMOUNT -> (last.potential() == null ? BigDecimal.ONE.negate() : last.potential()).toPlainString();
            case EXPECTED -> (last.expectedClose() == null ? NEVER : last.expectedClose()).toString();
        };
        var text = last.id() + ":" + value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<Condition> readable(String cursor, String language) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            var id = Long.valueOf(text.substring(0, colon));
            return Optional.of(after(id, text.substring(colon + 1), language));
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private Condition after(Long id, String value, String language) {
        return switch (this) {
            case NEWEST -> ID.lt(id);
            case TITLE -> row(title(language), ID).gt(row(val(value), val(id)));
            case AMOUNT -> row(potential(), ID).lt(row(val(new BigDecimal(value)), val(id)));
            case EXPECTED -> row(expected(), ID).gt(row(val(LocalDate.parse(value)), val(id)));
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
