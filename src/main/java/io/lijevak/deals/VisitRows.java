package io.lijevak.deals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the ledger: one statement for the visit that was left, one for all that were entered. */
@Component
class VisitRows {
    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who records it, and when. */
    record Recorded(long by, Instant at) {}

    void write(DealId deal, Ledger ledger, Recorded recorded) {
        var closed = ledger.closed();
        if (closed != null) {
            leave(deal, closed, recorded);
        }
        if (!ledger.opened().isEmpty()) {
            enter(deal, ledger.opened(), recorded);
        }
    }

    private void leave(DealId deal, Visit visit, Recorded recorded) {
        var updated = jdbc.sql("""
                update stage_visit set outcome = :outcome, left_at = :left, exit_potential = :potential,
                  left_recorded_at = :recorded
                where deal_id = :deal and seq = :seq and outcome = 'OPEN'""")
                .param("outcome", visit.outcome().name())
                .param("left", timestamp(visit.leftAt()))
                .param("potential", visit.exitPotential())
                .param("recorded", Timestamp.from(recorded.at()))
                .param("deal", deal.value())
                .param("seq", visit.seq())
                .update();
        if (updated != 1) {
            throw new IllegalStateException("visit " + visit.seq() + " of deal " + deal + " is not open");
        }
    }

    private void enter(DealId deal, List<Visit> visits, Recorded recorded) {
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                  entry_potential, exit_potential, responsible_id, cause, recorded_by, recorded_at, left_recorded_at)
                select :deal, v.seq, v.steps, v.stage, v.entered, v.gone, v.outcome, v.entry, v.leaving, v.person,
                  v.cause, :by, :recorded, case when v.outcome = 'OPEN' then null else cast(:recorded as timestamptz) end
                from unnest(:seqs, :steps, :stages, cast(:entered as timestamptz[]), cast(:left as timestamptz[]),
                    :outcomes, cast(:entries as numeric[]), cast(:exits as numeric[]), :people, :causes)
                  as v(seq, steps, stage, entered, gone, outcome, entry, leaving, person, cause)""")
                .param("deal", deal.value())
                .param("by", recorded.by())
                .param("recorded", Timestamp.from(recorded.at()))
                .param("seqs", column(visits, Visit::seq, new Integer[0]))
                .param("steps", column(visits, Visit::stepsVersion, new Integer[0]))
                .param("stages", column(visits, visit -> visit.stage().value(), new Long[0]))
                .param("entered", column(visits, visit -> text(visit.enteredAt()), new String[0]))
                .param("left", column(visits, visit -> text(visit.leftAt()), new String[0]))
                .param("outcomes", column(visits, visit -> visit.outcome().name(), new String[0]))
                .param("entries", column(visits, visit -> text(visit.entryPotential()), new String[0]))
                .param("exits", column(visits, visit -> text(visit.exitPotential()), new String[0]))
                .param("people", column(visits, Visit::responsible, new Long[0]))
                .param("causes", column(visits, visit -> visit.cause().name(), new String[0]))
                .update();
    }

    private static <T> T[] column(List<Visit> visits, Function<Visit, ? extends @Nullable T> value, T[] type) {
        return visits.stream().map(value).toList().toArray(type);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
