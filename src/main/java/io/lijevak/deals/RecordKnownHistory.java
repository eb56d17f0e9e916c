package io.lijevak.deals;

import io.lijevak.platform.Jobs;
import io.lijevak.process.Actor;
import io.lijevak.process.StageEvents;
import io.lijevak.process.StageId;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes into the ledger what is known of deals from elsewhere, in a few statements whatever their number. */
@Component
public class RecordKnownHistory {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final StageEvents stages;
    private final Jobs jobs;

    RecordKnownHistory(JdbcClient jdbc, JsonMapper json, Clock clock, StageEvents stages, Jobs jobs) {
        this.jdbc = jdbc;
        this.json = json;
        this.stages = stages;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** The open visit of a deal. */
    private record Open(int seq, StageId stage, @Nullable Instant enteredAt) {}

    /** Writes the whole past of deals that have none yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Map<Long, KnownPast> pasts, long recordedBy) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        pasts.forEach((deal, past) -> past.visitsFrom(0, 1).forEach(visit -> rows.add(row(deal, visit))));
        insert(rows, recordedBy, now());
        leadOn(pasts.keySet());
    }

    /**
     * Carries an open deal on to where it is known to stand; gives the number of visits it had before. What the stages of
     * a deal that was lost planned is taken back, at the moment its loss is recorded.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int carryOn(long deal, KnownPast past, CurrentUser recordedBy) {
        var now = now();
        var open = open(deal);
        var place = past.stages().indexOf(open.stage());
        if (place < 0) {
            throw new IllegalStateException("the deal's stage is not among those known of it");
        }
        leave(deal, open, past, now);
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        past.visitsFrom(place + 1, open.seq() + 1).forEach(visit -> rows.add(row(deal, visit)));
        insert(rows, recordedBy.id(), now);
        if (past.outcome() == DealOutcome.LOST) {
            stages.over(Subject.deal(deal), null, new Actor(recordedBy, now));
        }
        leadOn(Set.of(deal));
        return open.seq();
    }

    /** Lets the processes of deals that have one begin, or follow, in the background. */
    private void leadOn(Set<Long> deals) {
        var led = jdbc.sql("""
                select exists (select from deal d join deal_type t on t.id = d.type_id
                  where d.id = any(:deals) and t.mode = 'AUTOMATIC')""")
                .param("deals", deals.toArray(Long[]::new))
                .query(Boolean.class)
                .single();
        if (led) {
            jobs.begin(MissingRunTasks.NAME, "all");
        }
    }

    private Open open(long deal) {
        return jdbc.sql("select seq, stage_id, entered_at from stage_visit where deal_id = :deal and outcome = 'OPEN'")
                .param("deal", deal)
                .query((row, number) -> new Open(
                        row.getInt("seq"),
                        new StageId(row.getLong("stage_id")),
                        row.getTimestamp("entered_at") == null
                                ? null
                                : row.getTimestamp("entered_at").toInstant()))
                .single();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void leave(long deal, Open open, KnownPast past, Instant now) {
        var place = past.stages().indexOf(open.stage());
        var isLast = place == past.stages().size() - 1;
        var left = past.leftAt(place);
        var early = left != null && open.enteredAt() != null && left.isBefore(open.enteredAt());
        var at = early ? open.enteredAt() : left;
        jdbc.sql("""
                update stage_visit set outcome = :outcome, left_at = :left, exit_potential = :potential,
                  left_recorded_at = :now
                where deal_id = :deal and seq = :seq""")
                .param("outcome", (isLast ? past.lastOutcome() : VisitOutcome.ADVANCED).name())
                .param("left", at == null ? null : Timestamp.from(at))
                .param("potential", isLast ? past.potential() : null)
                .param("now", Timestamp.from(now))
                .param("deal", deal)
                .param("seq", open.seq())
                .update();
    }

    private void insert(List<Map<String, @Nullable Object>> rows, long recordedBy, Instant now) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into stage_visit (deal_id, seq, steps_version, stage_id, entered_at, left_at, outcome,
                  exit_potential, responsible_id, cause, recorded_by, recorded_at, left_recorded_at)
                select r.deal, r.seq, r.steps, r.stage, r.entered, r.gone, r.outcome, r.leaving, r.person, r.cause,
                  :by, :now, case when r.outcome = 'OPEN' then null else cast(:now as timestamptz) end
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (deal bigint, seq int, steps int, stage bigint,
                  entered timestamptz, gone timestamptz, outcome text, leaving numeric, person bigint, cause text)""")
                .param("rows", json.writeValueAsString(rows))
                .param("by", recordedBy)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static Map<String, @Nullable Object> row(long deal, Visit visit) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("deal", deal);
        row.put("seq", visit.seq());
        row.put("steps", visit.stepsVersion());
        row.put("stage", visit.stage().value());
        row.put("entered", text(visit.enteredAt()));
        row.put("gone", text(visit.leftAt()));
        row.put("outcome", visit.outcome().name());
        row.put("leaving", plain(visit.exitPotential()));
        row.put("person", visit.responsible());
        row.put("cause", visit.cause().name());
        return row;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
