package io.lijevak.interactions;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the contacts of some days that a viewer may see one by one, as they are written down, for reports that are counted again. */
@Component
public class WrittenContacts {
    /** More contacts are not read while somebody waits. */
    public static final long MOST = 200_000;

    private static final int AT_ONCE = 2_000;
    private final DSLContext sql;

    /**
     * A contact.
     *
     * @param people of ours who took part, without the responsible one
     * @param won whether it is about a deal that is won now
     */
    public record Contact(
            String kind,
            String state,
            @Nullable String direction,
            Instant at,
            @Nullable Long responsible,
            List<Long> people,
            boolean won) {
        public boolean isHeld() {
            return state.equals("HELD");
        }

        /** Whether the person answers for it or took part. */
        public boolean isOf(long person) {
            return people.contains(person) || (responsible != null && responsible == person);
        }
    }

    private record Row(
            long id,
            String kind,
            String state,
            @Nullable String direction,
            Instant at,
            @Nullable Long responsibleId,
            @Nullable String outcome) {}

    WrittenContacts(DSLContext sql) {
        this.sql = sql;
    }

    /** From a moment on and before another; false, and nothing is read, when there are too many. */
    @Transactional(readOnly = true)
    public boolean each(Instant from, Instant until, CurrentUser viewer, Consumer<Contact> consumer) {
        var seen = InteractionReach.of(viewer, Action.VIEW)
                .and(DSL.condition(
                        "i.at >= {0} and i.at < {1}",
                        DSL.val(from.atOffset(ZoneOffset.UTC)), DSL.val(until.atOffset(ZoneOffset.UTC))));
        if (count(seen) > MOST) {
            return false;
        }
        var last = 0L;
        var piece = List.<Row>of();
        do {
            piece = sql.fetch("""
                    select i.id, i.kind, i.state, i.direction, i.at, i.responsible_id, d.outcome
                    from interaction i left join customer c on c.id = i.customer_id left join deal d on d.id = i.deal_id
                    where {0} and i.id > {1} order by i.id limit {2}""", seen, DSL.val(last), DSL.val(AT_ONCE)).into(Row.class);
            hand(piece, consumer);
            last = piece.isEmpty() ? last : piece.getLast().id();
        } while (piece.size() == AT_ONCE);
        return true;
    }

    private long count(Condition seen) {
        return sql.fetchSingle("""
                select count(*) from interaction i left join customer c on c.id = i.customer_id
                left join deal d on d.id = i.deal_id where {0}""", seen).get(0, Long.class);
    }

    private void hand(List<Row> contacts, Consumer<Contact> consumer) {
        var ids = contacts.stream().map(Row::id).toArray(Long[]::new);
        Map<Long, List<Long>> people = new HashMap<>();
        sql.fetch(
                        "select interaction_id, person_id from interaction_person where interaction_id = any({0})",
                        DSL.val(ids))
                .forEach(row -> people.computeIfAbsent(row.get(0, Long.class), id -> new ArrayList<>())
                        .add(row.get(1, Long.class)));
        for (var row : contacts) {
            var others = people.getOrDefault(row.id(), List.of()).stream()
                    .filter(person -> !person.equals(row.responsibleId()))
                    .toList();
            consumer.accept(new Contact(
                    row.kind(),
                    row.state(),
                    row.direction(),
                    row.at(),
                    row.responsibleId(),
                    others,
                    "WON".equals(row.outcome())));
        }
    }
}
