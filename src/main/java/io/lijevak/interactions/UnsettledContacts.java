package io.lijevak.interactions;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planned contacts of a deal whose result is due: those that are past, and those planned at its present stage. */
@Component
class UnsettledContacts {
    private final JdbcClient jdbc;
    private final Interactions interactions;
    private final Clock clock;

    UnsettledContacts(JdbcClient jdbc, Interactions interactions, Clock clock) {
        this.jdbc = jdbc;
        this.interactions = interactions;
        this.clock = clock;
    }

    Optional<Interaction> first(long deal) {
        return jdbc.sql("""
                select i.id from interaction i join deal d on d.id = i.deal_id
                where i.deal_id = :deal and i.state = 'PLANNED' and (i.at < :now or i.stage_id = d.stage_id)
                order by i.at, i.id limit 1""")
                .param("deal", deal)
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .optional()
                .map(id -> interactions.find(new InteractionId(id)));
    }
}
