package io.lijevak.tasks;

import io.lijevak.deals.DealId;
import io.lijevak.deals.PlannedSteps;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open tasks of a deal as what is planned for it. A process task without a norm counts from when it was raised. */
@Component
class TaskPlans implements PlannedSteps {
    private final JdbcClient jdbc;

    TaskPlans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Instant> earliest(DealId deal) {
        return jdbc.sql("""
                select min(coalesce(due_at, case when kind = 'PROCESS' then created_at end)) from task
                where deal_id = :deal and state = 'OPEN'""")
                .param("deal", deal.value())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(Timestamp::toInstant);
    }
}
