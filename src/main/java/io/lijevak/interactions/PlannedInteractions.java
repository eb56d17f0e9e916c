package io.lijevak.interactions;

import io.lijevak.deals.DealId;
import io.lijevak.deals.PlannedSteps;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Planned interactions count as the next steps of their deals. */
@Component
class PlannedInteractions implements PlannedSteps {
    private final JdbcClient jdbc;

    PlannedInteractions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> earliest(DealId deal) {
        return jdbc.sql("""
                select at from interaction where deal_id = :deal and state = 'PLANNED' order by at limit 1""")
                .param("deal", deal.value())
                .query((row, number) -> row.getTimestamp("at").toInstant())
                .optional();
    }
}
