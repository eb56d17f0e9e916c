package io.lijevak.tasks;

import io.lijevak.platform.SearchText;
import io.lijevak.process.PointReassigned;
import io.lijevak.process.TaskOver;
import io.lijevak.process.TaskRaised;
import java.sql.Timestamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Follows what processes ask for, in the transactions of their steps; an arrival raises one task, however often told. */
@Component
class ProcessTasks {
    private final JdbcClient jdbc;
    private final TaskStore store;
    private final TaskJournal journal;

    ProcessTasks(JdbcClient jdbc, TaskStore store, TaskJournal journal) {
        this.jdbc = jdbc;
        this.store = store;
        this.journal = journal;
    }

    @EventListener
    void on(TaskRaised raised) {
        var deal = raised.subject().isDeal() ? Long.valueOf(raised.subject().id()) : null;
        jdbc.sql("""
                insert into task (kind, title, search_text, point_id, subject_kind, subject_id, deal_id, customer_id,
                  stage_id, executor_id, fell_to_head, due_at, all_day, created_at)
                values ('PROCESS', :title, :search, :point, :kind, :subject, :deal,
                  coalesce(cast(:customer as bigint), (select customer_id from deal where id = :deal)), :stage, :executor, :fell, :due, false, :at)
                on conflict (point_id) do nothing""")
                .param("title", raised.name())
                .param("search", SearchText.fold(raised.name()))
                .param("point", raised.point())
                .param("kind", raised.subject().kind())
                .param("subject", raised.subject().id())
                .param("deal", deal)
                .param("customer", raised.customer())
                .param("stage", raised.stage() == null ? null : raised.stage().value())
                .param("executor", raised.executor())
                .param("fell", raised.fellToHead())
                .param("due", raised.dueAt() == null ? null : Timestamp.from(raised.dueAt()))
                .param("at", Timestamp.from(raised.at()))
                .update();
        store.changed(deal);
    }

    @EventListener
    void on(TaskOver over) {
        jdbc.sql("""
                update task set state = :state, closed_at = :at, closed_by = :by, version = version + 1
                where point_id = :point and state = 'OPEN' returning coalesce(deal_id, 0)""")
                .param("state", over.done() ? "DONE" : "WITHDRAWN")
                .param("at", Timestamp.from(over.at()))
                .param("by", over.by())
                .param("point", over.point())
                .query(Long.class)
                .optional()
                .ifPresent(deal -> store.changed(known(deal)));
    }

    @EventListener
    void on(PointReassigned given) {
        jdbc.sql("""
                update task set executor_id = :executor, fell_to_head = :fell, version = version + 1
                where point_id = :point and state = 'OPEN' returning id, deal_id""")
                .param("executor", given.executor())
                .param("fell", given.fellToHead())
                .param("point", given.point())
                .query((row, number) -> Map.entry(row.getLong(1), row.getLong(2)))
                .optional()
                .ifPresent(task -> {
                    journal.write(given.by(), new TaskId(task.getKey()), "handedOver", Map.of());
                    store.changed(known(task.getValue()));
                });
    }

    private static @Nullable Long known(long deal) {
        return deal == 0 ? null : deal;
    }
}
