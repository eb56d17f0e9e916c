package io.lijevak.deals;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the ledger: one statement for the visit that was left and all that were entered. */
@Component
class VisitRows {
    /** The visit that was left is left before the next one is entered: its row counts for what the others are made of. */
    private static final String WRITE = """
            with gone as (
              update stage_visit set outcome = :leftOutcome, left_at = :leftAt, exit_potential = :leftPotential,
                left_recorded_at = :recorded
              where deal_id = :deal and seq = :leftSeq and outcome = 'OPEN' returning seq),
            made as (
              insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                entry_potential, exit_potential, responsible_id, cause, recorded_by, recorded_at, left_recorded_at)
              select :deal, v.seq, v.steps, v.stage, v.entered, v.gone, v.outcome, v.entry, v.leaving, v.person,
                v.cause, :by, :recorded, case when v.outcome = 'OPEN' then null else cast(:recorded as timestamptz) end
              from unnest(:seqs::int[], :steps::int[], :stages::bigint[], :entered::timestamptz[], :left::timestamptz[],
                  :outcomes::text[], :entries::numeric[], :exits::numeric[], :people::bigint[], :causes::text[])
                as v(seq, steps, stage, entered, gone, outcome, entry, leaving, person, cause)
              cross join (select count(*) from gone) as gone_before)
            select count(*)::int from gone""";

    private final JdbcClient jdbc;

    VisitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who records it, and when. */
    record Recorded(long by, Instant at) {}

    void write(DealId deal, Ledger ledger, Recorded recorded) {
        var closed = ledger.closed();
        if (closed == null && ledger.opened().isEmpty()) {
            return;
        }
        var left = jdbc.sql(WRITE)
                .params(left(closed))
                .params(entered(ledger.opened()))
                .param("deal", deal.value())
                .param("by", recorded.by())
                .param("recorded", Timestamp.from(recorded.at()))
                .query(Integer.class)
                .single();
        if (closed != null && left != 1) {
            throw new IllegalStateException("visit " + closed.seq() + " of deal " + deal + " is not open");
        }
    }

    private static Map<String, @Nullable Object> left(@Nullable Visit visit) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("leftSeq", visit == null ? null : visit.seq());
        values.put("leftOutcome", visit == null ? null : visit.outcome().name());
        values.put("leftAt", visit == null ? null : timestamp(visit.leftAt()));
        values.put("leftPotential", visit == null ? null : visit.exitPotential());
        return values;
    }

    private static Map<String, Object> entered(List<Visit> visits) {
        var values = new HashMap<String, Object>();
        values.put("seqs", column(visits, Visit::seq, new Integer[0]));
        values.put("steps", column(visits, Visit::stepsVersion, new Integer[0]));
        values.put("stages", column(visits, visit -> visit.stage().value(), new Long[0]));
        values.put("entered", column(visits, visit -> text(visit.enteredAt()), new String[0]));
        values.put("left", column(visits, visit -> text(visit.leftAt()), new String[0]));
        values.put("outcomes", column(visits, visit -> visit.outcome().name(), new String[0]));
        values.put("entries", column(visits, visit -> text(visit.entryPotential()), new String[0]));
        values.put("exits", column(visits, visit -> text(visit.exitPotential()), new String[0]));
        values.put("people", column(visits, Visit::responsible, new Long[0]));
        values.put("causes", column(visits, visit -> visit.cause().name(), new String[0]));
        return values;
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
