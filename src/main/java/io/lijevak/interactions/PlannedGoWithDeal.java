package io.lijevak.interactions;

import io.lijevak.deals.DealId;
import io.lijevak.deals.GoesWithDeal;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Contacts that somebody has planned about a deal go to its new responsible person. */
@Component
class PlannedGoWithDeal implements GoesWithDeal {
    private final JdbcClient jdbc;
    private final Interactions interactions;
    private final InteractionJournal journal;

    PlannedGoWithDeal(JdbcClient jdbc, Interactions interactions, InteractionJournal journal) {
        this.jdbc = jdbc;
        this.interactions = interactions;
        this.journal = journal;
    }

    @Override
    public int open(DealId deal, long person) {
        return planned(deal, person).size();
    }

    @Override
    public int handOver(DealId deal, long from, long to, CurrentUser user) {
        var planned = planned(deal, from);
        for (var id : planned) {
            var before = interactions.find(id);
            jdbc.sql("update interaction set responsible_id = :to, version = version + 1 where id = :id")
                    .param("to", to)
                    .param("id", id.value())
                    .update();
            journal.write(user, "changed", before, id);
        }
        return planned.size();
    }

    private List<InteractionId> planned(DealId deal, long person) {
        return jdbc.sql("""
                select id from interaction
                where deal_id = :deal and responsible_id = :person and state = 'PLANNED' order by id""").param("deal", deal.value()).param("person", person).query(Long.class).list().stream()
                .map(InteractionId::new)
                .toList();
    }
}
