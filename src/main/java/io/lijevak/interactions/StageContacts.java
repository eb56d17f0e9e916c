package io.lijevak.interactions;

import io.lijevak.interactions.InteractionFields.Circle;
import io.lijevak.interactions.InteractionRows.Recorded;
import io.lijevak.process.StageEventRaised;
import io.lijevak.process.StageEventsBack;
import io.lijevak.process.StageEventsOver;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts that stages plan when deals come to them, in the transactions of the arrivals. */
@Component
class StageContacts {
    private final JdbcClient jdbc;
    private final InteractionRows rows;
    private final Interactions interactions;
    private final InteractionJournal journal;

    StageContacts(JdbcClient jdbc, InteractionRows rows, Interactions interactions, InteractionJournal journal) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.interactions = interactions;
        this.journal = journal;
    }

    @EventListener
    void on(StageEventRaised raised) {
        if (raised.event().isTask() || !raised.subject().isDeal() || isPlanned(raised.key())) {
            return;
        }
        var begins = new InteractionRows.Beginning(
                InteractionState.PLANNED, raised.stage().value(), null);
        var actor = raised.actor();
        var id = rows.insert(fields(raised), begins, new Recorded(actor.user().id(), actor.at()));
        jdbc.sql("update interaction set source_key = :key, fell_to_head = :fell where id = :id")
                .param("key", raised.key())
                .param("fell", raised.fellToHead())
                .param("id", id.value())
                .update();
        journal.write(actor.user(), "planned", null, id);
    }

    @EventListener
    void on(StageEventsOver over) {
        if (!over.subject().isDeal()) {
            return;
        }
        var stage = over.stage();
        jdbc.sql("""
                select id from interaction where deal_id = :deal and state = 'PLANNED' and source_key like :keys
                  and (cast(:stage as bigint) is null or stage_id = :stage) order by id""")
                .param("deal", over.subject().id())
                .param("keys", StageEventRaised.KEYS + "%")
                .param("stage", stage == null ? null : stage.value())
                .query(Long.class)
                .list()
                .forEach(id -> callOff(new InteractionId(id), over));
    }

    /** They are planned again, at the stage that planned them. */
    @EventListener
    void on(StageEventsBack back) {
        if (!back.subject().isDeal()) {
            return;
        }
        jdbc.sql("""
                with wanted as (
                  update interaction set state = 'PLANNED', state_at = now(), version = version + 1
                  where deal_id = :deal and state = 'CANCELLED' and source_key like :keys and state_at = :at
                  returning id, at)
                insert into interaction_state (interaction_id, step, at, recorded_at)
                select id, 'PLANNED', at, now() from wanted""")
                .param("deal", back.subject().id())
                .param("keys", StageEventRaised.KEYS + "%")
                .param("at", Timestamp.from(back.takenBack()))
                .update();
    }

    private void callOff(InteractionId id, StageEventsOver over) {
        var before = interactions.find(id);
        var recorded = new Recorded(over.actor().user().id(), over.actor().at());
        rows.update(id, before.version(), before.fields());
        rows.settle(id, InteractionState.CANCELLED, recorded);
        rows.step(id, InteractionRows.Way.CANCELLED, before.at(), recorded);
        journal.write(over.actor().user(), "cancelled", before, id);
    }

    private boolean isPlanned(String key) {
        return jdbc.sql("select exists (select from interaction where source_key = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private InteractionFields fields(StageEventRaised raised) {
        var deal = raised.subject().id();
        var kind = InteractionKind.valueOf(raised.event().kind().name());
        return new InteractionFields(
                Occasion.of(kind, new Occasion.Parts(null, null, null, null, null)),
                raised.dueAt(),
                raised.event().title(),
                null,
                null,
                Importance.NORMAL,
                new Circle(customer(deal), deal, List.of(), List.of()),
                raised.executor());
    }

    private @Nullable Long customer(long deal) {
        return jdbc.sql("select customer_id from deal where id = :deal")
                .param("deal", deal)
                .query((row, number) -> Optional.ofNullable((Long) row.getObject(1)))
                .single()
                .orElse(null);
    }
}
