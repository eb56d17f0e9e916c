package io.lijevak.deals;

import io.lijevak.process.StageId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the visits of a deal in the order they happened, with names. */
@Component
public class VisitHistory {
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A visit as people read it. Times and potentials (in the management currency) are null where they are not known.
     *
     * @param lasted from entry to exit, or to now when it is open; null when a time is not known
     */
    public record Passage(
            int seq,
            StageId stage,
            String stageName,
            VisitOutcome outcome,
            VisitCause cause,
            @Nullable Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable Duration lasted,
            @Nullable BigDecimal entryPotential,
            @Nullable BigDecimal exitPotential,
            @Nullable String responsible,
            @Nullable String recordedBy) {

        public boolean isOpen() {
            return outcome == VisitOutcome.OPEN;
        }

        public boolean wasStoodIn() {
            return outcome != VisitOutcome.SKIPPED;
        }
    }

    VisitHistory(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The visits from the first to the last; whoever may see the deal may see them. */
    public List<Passage> of(DealId deal) {
        var now = clock.instant();
        return jdbc.sql("""
                select v.seq, v.stage_id, s.name as stage, v.outcome, v.cause, v.entered_at, v.left_at,
                  v.entry_potential, v.exit_potential, p.name as responsible, r.name as recorded_by
                from stage_visit v
                join stage s on s.id = v.stage_id
                left join person p on p.id = v.responsible_id
                left join person r on r.id = v.recorded_by
                where v.deal_id = :deal order by v.seq""")
                .param("deal", deal.value())
                .query((row, number) -> passage(row, now))
                .list();
    }

    private static Passage passage(ResultSet row, Instant now) throws SQLException {
        var outcome = VisitOutcome.valueOf(row.getString("outcome"));
        var entered = instant(row.getTimestamp("entered_at"));
        var left = instant(row.getTimestamp("left_at"));
        return new Passage(
                row.getInt("seq"),
                new StageId(row.getLong("stage_id")),
                row.getString("stage"),
                outcome,
                VisitCause.valueOf(row.getString("cause")),
                entered,
                left,
                lasted(entered, outcome == VisitOutcome.OPEN ? now : left),
                row.getBigDecimal("entry_potential"),
                row.getBigDecimal("exit_potential"),
                row.getString("responsible"),
                row.getString("recorded_by"));
    }

    private static @Nullable Duration lasted(@Nullable Instant from, @Nullable Instant to) {
        return from == null || to == null ? null : Duration.between(from, to.isBefore(from) ? from : to);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
