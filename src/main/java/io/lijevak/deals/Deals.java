package io.lijevak.deals;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.StageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loads deals for a change and stores what the change did to deal and ledger. */
@Component
public class Deals {
    private final JdbcClient jdbc;
    private final VisitRows visits;

    Deals(JdbcClient jdbc, VisitRows visits) {
        this.jdbc = jdbc;
        this.visits = visits;
    }

    public Deal require(DealId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("deal", id));
    }

    public Optional<Deal> find(DealId id) {
        return jdbc.sql("""
                select d.id, d.version, d.title, d.type_id, d.steps_version, d.stage_id, d.outcome, d.responsible_id,
                  d.amount, d.currency, d.rate, v.seq, v.steps_version as visit_steps, v.stage_id as visit_stage,
                  v.entered_at, v.left_at, v.outcome as visit_outcome, v.entry_potential, v.exit_potential,
                  v.responsible_id as visit_responsible, v.cause
                from deal d
                left join lateral (
                  select * from stage_visit where deal_id = d.id order by seq desc limit 1) v on true
                where d.id = :id""")
                .param("id", id.value())
                .query((row, number) -> new Deal(state(row), visit(row)))
                .optional();
    }

    /**
     * Stores a transition. The row must still be in the version, stage and outcome it was loaded in.
     *
     * @return false when it is not: somebody else was first, and nothing was written
     */
    boolean save(Deal deal, VisitRows.Recorded recorded) {
        var before = deal.loaded();
        var closing = Optional.ofNullable(deal.closing());
        var updated = jdbc.sql("""
                update deal set type_id = :type, steps_version = :steps, stage_id = :stage, outcome = :outcome,
                  responsible_id = :responsible, amount = :amount, currency = :currency, rate = :rate,
                  closed_at = case when :closes then cast(:closedAt as timestamptz)
                    when :outcome = 'OPEN' then null else closed_at end,
                  loss_reason_id = case when :closes then cast(:reason as bigint)
                    when :outcome = 'OPEN' then null else loss_reason_id end,
                  competitor_id = case when :closes then cast(:competitor as bigint)
                    when :outcome = 'OPEN' then null else competitor_id end,
                  closing_note = case when :closes then cast(:note as text)
                    when :outcome = 'OPEN' then null else closing_note end,
                  version = version + 1, known_since = :recorded
                where id = :id and version = :version and outcome = :outcomeBefore
                  and stage_id is not distinct from :stageBefore""")
                .param("type", deal.type().value())
                .param("steps", deal.stepsVersion())
                .param("stage", value(deal.stage()))
                .param("outcome", deal.outcome().name())
                .param("responsible", deal.responsible())
                .param("amount", deal.worth().amount())
                .param("currency", deal.worth().currency())
                .param("rate", deal.worth().rate())
                .param("closes", closing.isPresent())
                .param("closedAt", closing.map(Closing::at).map(Timestamp::from).orElse(null))
                .param("reason", closing.map(Closing::reason).orElse(null))
                .param("competitor", closing.map(Closing::competitor).orElse(null))
                .param("note", closing.map(Closing::note).orElse(null))
                .param("recorded", Timestamp.from(recorded.at()))
                .param("id", before.id().value())
                .param("version", before.version())
                .param("outcomeBefore", before.outcome().name())
                .param("stageBefore", value(before.stage()))
                .update();
        if (updated == 1) {
            visits.write(before.id(), deal.ledger(), recorded);
        }
        return updated == 1;
    }

    private static @Nullable Long value(@Nullable StageId stage) {
        return stage == null ? null : stage.value();
    }

    private static Deal.State state(ResultSet row) throws SQLException {
        var stage = (Long) row.getObject("stage_id");
        return new Deal.State(
                new DealId(row.getLong("id")),
                row.getInt("version"),
                row.getString("title"),
                new DealTypeId(row.getLong("type_id")),
                row.getInt("steps_version"),
                stage == null ? null : new StageId(stage),
                DealOutcome.valueOf(row.getString("outcome")),
                (Long) row.getObject("responsible_id"),
                new Worth(row.getBigDecimal("amount"), row.getString("currency"), row.getBigDecimal("rate")));
    }

    private static @Nullable Visit visit(ResultSet row) throws SQLException {
        if (row.getObject("seq") == null) {
            return null;
        }
        return new Visit(
                row.getInt("seq"),
                row.getInt("visit_steps"),
                new StageId(row.getLong("visit_stage")),
                instant(row, "entered_at"),
                instant(row, "left_at"),
                VisitOutcome.valueOf(row.getString("visit_outcome")),
                row.getBigDecimal("entry_potential"),
                row.getBigDecimal("exit_potential"),
                (Long) row.getObject("visit_responsible"),
                VisitCause.valueOf(row.getString("cause")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var timestamp = row.getTimestamp(column);
        return timestamp == null ? null : Objects.requireNonNull(timestamp.toInstant());
    }
}
