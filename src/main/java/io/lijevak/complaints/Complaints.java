package io.lijevak.complaints;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;

import io.lijevak.platform.Cursor;
import io.lijevak.platform.InvalidInput;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.platform.Slice;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the complaints that a viewer may see: one, a keyset page, all of a filter. */
@Component
public class Complaints {
    /** Counts stop here. */
    public static final int COUNTED = 10_000;

    private static final Field<Long> ID = field(name("k", "id"), Long.class);
    private static final Field<OffsetDateTime> RECEIVED = field(name("k", "received_at"), OffsetDateTime.class);
    private final DSLContext database;
    private final ComplaintConditions conditions;

    Complaints(DSLContext database, ComplaintConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /** The complaint, when the viewer may see it. */
    public Complaint require(ComplaintId id, CurrentUser viewer) {
        var found = find(id);
        if (!found.isSeenBy(viewer)) {
            throw new AccessDeniedException("COMPLAINT.VIEW");
        }
        return found;
    }

    Complaint find(ComplaintId id) {
        return rows(ID.eq(id.value()), 1).stream().findFirst().orElseThrow(() -> new RecordNotFound("complaint", id));
    }

    /** The page after the cursor, the newest one without any. */
    public Slice<Complaint> page(ComplaintFilter filter, @Nullable String next, int limit, CurrentUser viewer) {
        var found = rows(conditions.of(filter, viewer).and(beyond(next)), limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? items.getLast() : null;
        return new Slice<>(items, last == null ? null : Cursor.of(last.fields().receivedAt(), last.id()));
    }

    /** How many there are, at most one more than {@link #COUNTED}. */
    public int count(ComplaintFilter filter, CurrentUser viewer) {
        return database.fetchCount(DSL.select(ID)
                .from("complaint k join customer c on c.id = k.customer_id")
                .where(conditions.of(filter, viewer))
                .limit(COUNTED + 1));
    }

    /** Hands over every complaint of the filter, without holding them all. */
    @Transactional(readOnly = true)
    public void forEach(ComplaintFilter filter, CurrentUser viewer, Consumer<Complaint> consumer) {
        var condition = conditions.of(filter, viewer).and(ComplaintReach.of(viewer, Action.EXPORT));
        try (var rows = database.resultQuery(ComplaintSql.ROWS, condition, inline(Integer.MAX_VALUE))
                .fetchSize(500)
                .fetchLazy()) {
            rows.forEach(row -> consumer.accept(ComplaintSql.read(row)));
        }
    }

    private List<Complaint> rows(Condition condition, int limit) {
        return database.resultQuery(ComplaintSql.ROWS, condition, inline(limit)).fetch(ComplaintSql::read);
    }

    private static Condition beyond(@Nullable String next) {
        var place = Cursor.read(next, 2);
        if (place.isEmpty()) {
            return noCondition();
        }
        try {
            return DSL.row(RECEIVED, ID)
                    .lt(DSL.row(
                            DSL.val(Instant.parse(place.getFirst()).atOffset(ZoneOffset.UTC)),
                            DSL.val(Cursor.id(place.get(1)))));
        } catch (DateTimeParseException tampered) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
