package io.lijevak.interactions;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.list;
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
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the interactions that a viewer may see: one, a keyset page, all of a filter. */
@Component
public class Interactions {
    /** Counts stop here. */
    public static final int COUNTED = 10_000;

    private static final int MOST_PLANNED = 20;
    private static final Field<Long> ID = field(name("i", "id"), Long.class);
    private static final Field<OffsetDateTime> AT = field(name("i", "at"), OffsetDateTime.class);
    private static final List<OrderField<?>> NEWEST = List.of(AT.desc(), ID.desc());
    private static final List<OrderField<?>> SOONEST = List.of(AT.asc(), ID.asc());
    private final DSLContext database;
    private final InteractionConditions conditions;

    Interactions(DSLContext database, InteractionConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /** The interaction, when the viewer may see it. */
    public Interaction require(InteractionId id, CurrentUser viewer) {
        var found = find(id);
        if (!found.isSeenBy(viewer)) {
            throw new AccessDeniedException("INTERACTION.VIEW");
        }
        return found;
    }

    Interaction find(InteractionId id) {
        return rows(ID.eq(id.value()), NEWEST, 1).stream()
                .findFirst()
                .orElseThrow(() -> new RecordNotFound("interaction", id));
    }

    /** The page after the cursor, the first one without any. */
    public Slice<Interaction> page(InteractionFilter filter, @Nullable String next, int limit, CurrentUser viewer) {
        var condition = conditions.of(filter, viewer).and(beyond(filter, next));
        var found = rows(condition, filter.soonest() ? SOONEST : NEWEST, limit + 1);
        var items = found.subList(0, Math.min(limit, found.size()));
        var last = found.size() > limit ? items.getLast() : null;
        return new Slice<>(items, last == null ? null : Cursor.of(last.at(), last.id()));
    }

    /** How many there are, at most one more than {@link #COUNTED}. */
    public int count(InteractionFilter filter, CurrentUser viewer) {
        return database.fetchCount(DSL.select(ID)
                .from("interaction i left join customer c on c.id = i.customer_id left join deal d on d.id = i.deal_id")
                .where(conditions.of(filter, viewer))
                .limit(COUNTED + 1));
    }

    /** Hands over every interaction of the filter, without holding them all. */
    @Transactional(readOnly = true)
    public void forEach(InteractionFilter filter, CurrentUser viewer, Consumer<Interaction> consumer) {
        var condition = conditions.of(filter, viewer).and(InteractionReach.of(viewer, Action.EXPORT));
        var order = filter.soonest() ? SOONEST : NEWEST;
        try (var rows = database.resultQuery(InteractionSql.ROWS, condition, list(order), inline(Integer.MAX_VALUE))
                .fetchSize(500)
                .fetchLazy()) {
            rows.forEach(row -> consumer.accept(InteractionSql.read(row)));
        }
    }

    /** The newest before a moment, of a customer or of a deal, of some kinds. */
    List<Interaction> before(
            Instant moment, Condition about, List<InteractionKind> kinds, int limit, CurrentUser viewer) {
        var condition = InteractionReach.of(viewer, Action.VIEW)
                .and(about)
                .and(AT.lt(moment.atOffset(ZoneOffset.UTC)))
                .and(state(InteractionState.PLANNED).not())
                .and(field(name("i", "kind"), String.class)
                        .in(kinds.stream().map(Enum::name).toList()));
        return rows(condition, NEWEST, limit);
    }

    /** Those planned with a customer, earliest first. */
    public List<Interaction> plannedWith(long customer, CurrentUser viewer) {
        return planned(column("customer_id").eq(customer), viewer);
    }

    /** Those planned about a deal, earliest first. */
    public List<Interaction> plannedAbout(long deal, CurrentUser viewer) {
        return planned(column("deal_id").eq(deal), viewer);
    }

    /** The one that a deal began with, when the viewer may see it. */
    public Optional<Interaction> originOf(long deal, CurrentUser viewer) {
        var condition = InteractionReach.of(viewer, Action.VIEW)
                .and(column("opened_deal_id").eq(deal));
        return rows(condition, NEWEST, 1).stream().findFirst();
    }

    private List<Interaction> planned(Condition about, CurrentUser viewer) {
        var condition = InteractionReach.of(viewer, Action.VIEW).and(about).and(state(InteractionState.PLANNED));
        return rows(condition, SOONEST, MOST_PLANNED);
    }

    static Field<Long> column(String column) {
        return field(name("i", column), Long.class);
    }

    private static Condition state(InteractionState state) {
        return field(name("i", "state"), String.class).eq(state.name());
    }

    private List<Interaction> rows(Condition condition, List<OrderField<?>> order, int limit) {
        return database.resultQuery(InteractionSql.ROWS, condition, list(order), inline(limit))
                .fetch(InteractionSql::read);
    }

    private static Condition beyond(InteractionFilter filter, @Nullable String next) {
        var place = Cursor.read(next, 2);
        if (place.isEmpty()) {
            return noCondition();
        }
        try {
            var here = DSL.row(AT, ID);
            var last = DSL.row(
                    DSL.val(Instant.parse(place.getFirst()).atOffset(ZoneOffset.UTC)),
                    DSL.val(Cursor.id(place.get(1))));
            return filter.soonest() ? here.gt(last) : here.lt(last);
        } catch (DateTimeParseException e) {
            throw InvalidInput.at("next", "platform.error.cursor");
        }
    }
}
