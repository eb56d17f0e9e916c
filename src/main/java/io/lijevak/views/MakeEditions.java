package io.lijevak.views;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns what is due into editions: one a schedule, the latest, with a delivery for each who is to get it. */
@Component
public class MakeEditions {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final CompanyDays days;
    private final Clock clock;

    MakeEditions(JdbcClient jdbc, CompanyDays days, Clock clock) {
        this.jdbc = jdbc;
        this.days = days;
        this.clock = clock;
    }

    private record Planned(
            long id, Rhythm.Kind rhythm, @Nullable Integer day, LocalTime at, Instant nextDue) {}

    /** Of all schedules whose moment has come; another instance that does so meanwhile is left to it. */
    @Transactional
    public void ofWhatIsDue() {
        var now = clock.instant();
        jdbc.sql("""
                select id, rhythm, day, at, next_due from view_schedule
                where next_due <= :now order by next_due limit :limit for update skip locked""")
                .param("now", Timestamp.from(now))
                .param("limit", MOST)
                .query(Planned.class)
                .list()
                .forEach(planned -> make(planned, now));
        jdbc.sql("delete from view_edition where due_at < now() - interval '400 days'")
                .update();
    }

    private void make(Planned planned, Instant now) {
        var when = new Rhythm(planned.rhythm(), planned.day(), planned.at());
        var due = when.due(planned.nextDue(), now, days.now());
        jdbc.sql("""
                update view_delivery d set state = 'LEFT_OUT', reason = 'OVERTAKEN', done_at = :now
                from view_edition e where e.id = d.edition_id and e.schedule_id = :schedule and d.state = 'WAITING'""")
                .param("now", Timestamp.from(now))
                .param("schedule", planned.id())
                .update();
        jdbc.sql("""
                with edition as (
                  insert into view_edition (schedule_id, due_at, skipped) values (:schedule, :due, :skipped)
                  on conflict do nothing returning id)
                insert into view_delivery (edition_id, person_id, next_try)
                select edition.id, r.person_id, :now from edition, view_recipient r
                where r.schedule_id = :schedule and r.left_at is null""")
                .param("schedule", planned.id())
                .param("due", Timestamp.from(due.at()))
                .param("skipped", due.skipped())
                .param("now", Timestamp.from(now))
                .update();
        jdbc.sql("update view_schedule set next_due = :next where id = :schedule")
                .param("next", due.next() == null ? null : Timestamp.from(due.next()))
                .param("schedule", planned.id())
                .update();
    }
}
