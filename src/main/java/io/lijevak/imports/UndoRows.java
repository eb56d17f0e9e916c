package io.lijevak.imports;

import io.lijevak.customers.CustomersChanged;
import io.lijevak.customers.SearchIndex;
import io.lijevak.deals.DealsChanged;
import io.lijevak.process.StageEventsBack;
import io.lijevak.process.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes an import back in one transaction: created records go, changed ones get their old values, records made because
 * rows named them go when nothing else uses them. What was changed since, or is used by now, stays and is marked.
 */
@Component
class UndoRows {
    private final JdbcClient jdbc;
    private final RestoreRows restore;
    private final RemoveRecords remove;
    private final SearchIndex search;
    private final ApplicationEventPublisher events;

    UndoRows(
            JdbcClient jdbc,
            RestoreRows restore,
            RemoveRecords remove,
            SearchIndex search,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.restore = restore;
        this.remove = remove;
        this.search = search;
        this.events = events;
    }

    /** An open deal of before that the import knew to be lost, which took back what its stages had planned. */
    private record Loss(long deal, Instant recordedAt) {}

    @Transactional
    public void undo(Import source, boolean force) {
        var id = source.id().value();
        // The ledger is append-only but for this: a deal that an import brought goes with its history.
        jdbc.sql("select set_config('lijevak.import_undo', 'on', true)")
                .query(String.class)
                .single();
        jdbc.sql("select set_config('enable_seqscan', 'off', true)")
                .query(String.class)
                .single();
        var losses = source.kind() == ImportKind.DEALS ? losses(id) : List.<Loss>of();
        var restored = restore.restore(source.kind(), id, force);
        var created = jdbc.sql("""
                select r.record_id from import_row r
                where r.import_id = :id and r.outcome = 'CREATED' and r.record_id is not null
                order by r.record_id""").param("id", id).query(Long.class).list();
        var removable = force ? created : remove.unchanged(source.kind(), id);
        var removed = remove.ofKind(source.kind(), removable);
        remove.references(id);
        mark(id, removed);
        losses.stream()
                .filter(loss -> restored.contains(loss.deal()))
                .forEach(
                        loss -> events.publishEvent(new StageEventsBack(Subject.deal(loss.deal()), loss.recordedAt())));
        tell(source.kind(), restored, removed);
    }

    private List<Loss> losses(long id) {
        return jdbc.sql("""
                select v.deal_id, v.left_recorded_at from import_row r join stage_visit v on v.deal_id = r.record_id
                where r.import_id = :id and r.outcome = 'UPDATED' and v.outcome = 'LOST'
                  and v.seq >= cast(r.before ->> '+visits' as int)""")
                .param("id", id)
                .query((row, number) ->
                        new Loss(row.getLong(1), row.getTimestamp(2).toInstant()))
                .list();
    }

    private void mark(long id, List<Long> removed) {
        jdbc.sql("""
                update import_row set undo = case when record_id = any(:removed) then 'REMOVED' else 'KEPT' end
                where import_id = :id and outcome = 'CREATED' and record_id is not null""")
                .param("id", id)
                .param("removed", removed.toArray(Long[]::new))
                .update();
    }

    private void tell(ImportKind kind, List<Long> restored, List<Long> removed) {
        var all = new ArrayList<>(restored);
        all.addAll(removed);
        if (all.isEmpty()) {
            return;
        }
        if (kind == ImportKind.DEALS) {
            events.publishEvent(new DealsChanged(all));
        } else if (kind == ImportKind.CUSTOMERS) {
            search.refresh(restored);
            events.publishEvent(new CustomersChanged(all));
        }
    }
}
