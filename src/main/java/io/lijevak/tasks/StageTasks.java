package io.lijevak.tasks;

import io.lijevak.process.StageEventRaised;
import io.lijevak.process.StageEventsBack;
import io.lijevak.process.StageEventsOver;
import java.sql.Timestamp;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that stages plan when deals come to them, in the transactions of the arrivals. */
@Component
class StageTasks {
    private final JdbcClient jdbc;
    private final TaskStore store;

    StageTasks(JdbcClient jdbc, TaskStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @EventListener
    void on(StageEventRaised raised) {
        if (!raised.event().isTask() || !raised.subject().isDeal()) {
            return;
        }
        var due = new Due(raised.dueAt(), false);
        var deal = raised.subject().id();
        var draft = new TaskDraft(raised.event().title(), null, deal, null, raised.executor(), due, null, false, true);
        var row = new TaskStore.Row(TaskKind.MANUAL, draft, null, raised.stage().value(), raised.key());
        if (store.insert(row) != null && raised.fellToHead()) {
            jdbc.sql("update task set fell_to_head = true where source_key = :key")
                    .param("key", raised.key())
                    .update();
        }
    }

    @EventListener
    void on(StageEventsOver over) {
        if (!over.subject().isDeal()) {
            return;
        }
        var stage = over.stage();
        var withdrawn = jdbc.sql("""
                update task set state = 'WITHDRAWN', closed_at = :at, closed_by = :by, version = version + 1
                where deal_id = :deal and state in ('OPEN', 'REPORTED') and source_key like :keys
                  and (cast(:stage as bigint) is null or stage_id = :stage)""")
                .param("at", Timestamp.from(over.actor().at()))
                .param("by", over.actor().user().id())
                .param("deal", over.subject().id())
                .param("keys", StageEventRaised.KEYS + "%")
                .param("stage", stage == null ? null : stage.value())
                .update();
        if (withdrawn > 0) {
            store.changed(Long.valueOf(over.subject().id()));
        }
    }

    @EventListener
    void on(StageEventsBack back) {
        if (!back.subject().isDeal()) {
            return;
        }
        var wanted = jdbc.sql("""
                update task set state = 'OPEN', closed_at = null, closed_by = null, version = version + 1
                where deal_id = :deal and state = 'WITHDRAWN' and source_key like :keys and closed_at = :at""")
                .param("deal", back.subject().id())
                .param("keys", StageEventRaised.KEYS + "%")
                .param("at", Timestamp.from(back.takenBack()))
                .update();
        if (wanted > 0) {
            store.changed(Long.valueOf(back.subject().id()));
        }
    }
}
