package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.GoesWithDeal;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks that somebody has about a deal go to its new responsible person; those of processes follow their points. */
@Component
class TasksGoWithDeal implements GoesWithDeal {
    private final JdbcClient jdbc;
    private final TaskStore store;
    private final TaskJournal journal;

    TasksGoWithDeal(JdbcClient jdbc, TaskStore store, TaskJournal journal) {
        this.jdbc = jdbc;
        this.store = store;
        this.journal = journal;
    }

    @Override
    public int open(DealId deal, long person) {
        return jdbc.sql("""
                select count(*) from task
                where executor_id = :person and deal_id = :deal and state = 'OPEN' and kind <> 'PROCESS'""")
                .param("person", person)
                .param("deal", deal.value())
                .query(Integer.class)
                .single();
    }

    /** One's own task becomes the other's own; an assignment keeps its author, who may be the one it comes back to. */
    @Override
    public int handOver(DealId deal, long from, long to, CurrentUser user) {
        var moved = jdbc.sql("""
                update task set executor_id = :to, accepted_at = null, fell_to_head = false, version = version + 1,
                  author_id = case when kind = 'MANUAL' then :to else author_id end,
                  kind = case when author_id = :to then 'MANUAL' else kind end,
                  promised_at = case when author_id = :to then null else promised_at end
                where executor_id = :from and deal_id = :deal and state = 'OPEN' and kind <> 'PROCESS' returning id""")
                .param("to", to)
                .param("from", from)
                .param("deal", deal.value())
                .query(Long.class)
                .list();
        moved.forEach(task -> journal.write(user, new TaskId(task), "handedOver", Map.of()));
        if (!moved.isEmpty()) {
            store.changed(deal.value());
        }
        return moved.size();
    }
}
