package io.lijevak.process;

import static org.springframework.transaction.annotation.Propagation.MANDATORY;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Raises what a stage plans when a record comes to it, once for each arrival, and takes it back when the record leaves
 * the stage otherwise than forward.
 */
@Component
public class StageEvents {
    private final JdbcClient jdbc;
    private final StepEvents events;
    private final Addressing addressing;
    private final EventTerms terms;
    private final ApplicationEventPublisher publisher;

    StageEvents(
            JdbcClient jdbc,
            StepEvents events,
            Addressing addressing,
            EventTerms terms,
            ApplicationEventPublisher publisher) {
        this.jdbc = jdbc;
        this.events = events;
        this.addressing = addressing;
        this.terms = terms;
        this.publisher = publisher;
    }

    /**
     * Raises what the stage plans; what an earlier arrival at it left open is taken back first.
     *
     * @param arrival names the arrival: told twice, it raises once
     */
    @Transactional(propagation = MANDATORY)
    public void entered(Gate gate, String arrival, Actor actor) {
        var planned = events.of(gate.type(), gate.stepsVersion(), gate.stage());
        if (planned.isEmpty() || isTold(StageEventRaised.KEYS + arrival + "-0")) {
            return;
        }
        over(gate.subject(), gate.stage(), actor);
        for (int index = 0; index < planned.size(); index++) {
            var key = StageEventRaised.KEYS + arrival + "-" + index;
            if (note(key, gate, actor)) {
                raise(key, gate, planned.get(index), actor);
            }
        }
    }

    /** Takes back what a stage planned for the record and is still open; without a stage, what all stages planned. */
    @Transactional(propagation = MANDATORY)
    public void over(Subject subject, @Nullable StageId stage, Actor actor) {
        var some = jdbc.sql("""
                select exists (select from generated_event where subject_kind = :kind and subject_id = :id
                  and (cast(:stage as bigint) is null or stage_id = :stage))""")
                .param("kind", subject.kind())
                .param("id", subject.id())
                .param("stage", stage == null ? null : stage.value())
                .query(Boolean.class)
                .single();
        if (some) {
            publisher.publishEvent(new StageEventsOver(subject, stage, actor));
        }
    }

    private void raise(String key, Gate gate, StepEvent event, Actor actor) {
        var addressee = Addressee.read(event.addressee()).orElse(new Addressee.Responsible());
        var executor = addressing.find(addressee, gate.subject());
        publisher.publishEvent(new StageEventRaised(
                key,
                gate.subject(),
                gate.stage(),
                event,
                executor.person(),
                executor.fellToHead(),
                terms.end(event, actor.at()),
                actor));
    }

    private boolean isTold(String key) {
        return jdbc.sql("select exists (select from generated_event where occasion = :key)")
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    private boolean note(String key, Gate gate, Actor actor) {
        return jdbc.sql("""
                insert into generated_event (occasion, at, subject_kind, subject_id, stage_id)
                values (:key, :at, :kind, :id, :stage) on conflict do nothing""")
                        .param("key", key)
                        .param("at", Timestamp.from(actor.at()))
                        .param("kind", gate.subject().kind())
                        .param("id", gate.subject().id())
                        .param("stage", gate.stage().value())
                        .update()
                == 1;
    }
}
