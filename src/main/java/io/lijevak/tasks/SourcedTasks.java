package io.lijevak.tasks;

import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that events raised, found again by what raised them. */
@Component
class SourcedTasks {
    private final JdbcClient jdbc;
    private final TaskStore store;

    SourcedTasks(JdbcClient jdbc, TaskStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** The task is completed by a form elsewhere, whose module tells when it is done. */
    void completeAt(String source, String href) {
        jdbc.sql("update task set form_href = :href where source_key = :source")
                .param("href", href)
                .param("source", source)
                .update();
    }

    void end(String source, TaskState state, @Nullable Long by) {
        jdbc.sql("""
                update task set state = :state, closed_at = :now, closed_by = :by, version = version + 1
                where source_key = :source and state in ('OPEN', 'REPORTED') returning deal_id""")
                .param("state", state.name())
                .param("now", Timestamp.from(store.now()))
                .param("by", by)
                .param("source", source)
                .query(Long.class)
                .optional()
                .ifPresent(store::changed);
    }
}
