package io.lijevak.views;

import io.lijevak.mail.MailRecord;
import io.lijevak.platform.RecordNotFound;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be sent to whom, claimed one by one, and what became of it. */
@Component
public class Deliveries {
    /** Pauses before it is tried again; after the last one it is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    /** Longer than any letter takes: whoever claimed it before is no more. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final KeepSchedules schedules;
    private final MailRecord addresses;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, KeepSchedules schedules, MailRecord addresses, Clock clock) {
        this.jdbc = jdbc;
        this.schedules = schedules;
        this.addresses = addresses;
        this.clock = clock;
    }

    /**
     * A delivery that is being made.
     *
     * @param stopped whether the person wants no more of the schedule
     * @param attempts how often it was tried, this time included
     */
    public record Claimed(
            long id,
            long schedule,
            long view,
            boolean pdf,
            boolean xlsx,
            long person,
            boolean stopped,
            Instant dueAt,
            int skipped,
            int attempts) {}

    /** Takes the next one that may be tried, so that nobody else does; empty when there is none. */
    @Transactional
    public Optional<Claimed> claim() {
        var now = clock.instant();
        return jdbc.sql("""
                with next as (
                  select id from view_delivery
                  where state = 'WAITING' and next_try <= :now or state = 'SENDING' and claimed_at <= :lost
                  order by next_try, id limit 1 for update skip locked)
                update view_delivery d set state = 'SENDING', claimed_at = :now, attempts = attempts + 1
                from next, view_edition e, view_schedule s, view_recipient r
                where d.id = next.id and e.id = d.edition_id and s.id = e.schedule_id
                  and r.schedule_id = s.id and r.person_id = d.person_id
                returning d.id, s.id as schedule, s.view_id as view, s.pdf, s.xlsx, d.person_id as person, e.due_at, e.skipped, d.attempts,
                  r.left_at is not null as stopped""")
                .param("now", Timestamp.from(now))
                .param("lost", Timestamp.from(now.minus(CLAIM)))
                .query(Claimed.class)
                .optional();
    }

    /** Whether the person was left out of the edition before for the same reason. */
    public boolean wasLeftOut(Claimed one, Delivery.Reason reason) {
        return jdbc.sql("""
                select coalesce((select before.reason from view_delivery before
                  join view_edition e on e.id = before.edition_id
                  where e.schedule_id = :schedule and before.person_id = :person and e.due_at < :due
                  order by e.due_at desc limit 1), '') = :reason""")
                .param("schedule", one.schedule())
                .param("person", one.person())
                .param("due", Timestamp.from(one.dueAt()))
                .param("reason", reason.name())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    public void sent(Claimed one) {
        end(one, Delivery.State.SENT, null, null);
    }

    @Transactional
    public void leftOut(Claimed one, Delivery.Reason reason) {
        end(one, Delivery.State.LEFT_OUT, reason, null);
    }

    @Transactional
    public void refused(Claimed one, String words) {
        end(one, Delivery.State.REFUSED, null, words);
    }

    /** It is tried again after a pause, or given up after the last one. */
    @Transactional
    public void failed(Claimed one, String words) {
        if (one.attempts() > PAUSES.size()) {
            end(one, Delivery.State.FAILED, null, words);
            return;
        }
        jdbc.sql("""
                update view_delivery set state = 'WAITING', words = :words, next_try = :next, claimed_at = null
                where id = :id and attempts = :attempts""")
                .param("words", words)
                .param("next", Timestamp.from(clock.instant().plus(PAUSES.get(one.attempts() - 1))))
                .param("id", one.id())
                .param("attempts", one.attempts())
                .update();
    }

    /** Only of the claim that was made: one that was taken over meanwhile is somebody else's. */
    private void end(Claimed one, Delivery.State state, Delivery.@Nullable Reason reason, @Nullable String words) {
        jdbc.sql("""
                update view_delivery set state = :state, reason = :reason, words = :words, done_at = :now
                where id = :id and attempts = :attempts""")
                .param("state", state.name())
                .param("reason", reason == null ? null : reason.name())
                .param("words", words)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", one.id())
                .param("attempts", one.attempts())
                .update();
    }

    /** Sends one that is over once more, and gives its address another chance. */
    @Transactional
    public void again(long schedule, long delivery, CurrentUser by) {
        schedules.kept(schedule, by);
        var email = jdbc.sql("""
                update view_delivery d set state = 'WAITING', reason = null, words = null, attempts = 0, next_try = :now,
                  claimed_at = null, done_at = null
                from view_edition e, person p
                where d.id = :id and e.id = d.edition_id and e.schedule_id = :schedule and p.id = d.person_id
                  and d.state not in ('WAITING', 'SENDING')
                returning coalesce(p.email, '')""")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", delivery)
                .param("schedule", schedule)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("delivery", delivery));
        addresses.forgive(email);
    }

    /** A letter that was taken came back later; who keeps the mailbox of the sender says so, and its address is stopped. */
    @Transactional
    public void cameBack(long schedule, long delivery, String words, CurrentUser by) {
        by.require(Resource.SYSTEM, Action.EDIT);
        var email = jdbc.sql("""
                update view_delivery d set state = 'REFUSED', words = :words
                from view_edition e, person p
                where d.id = :id and e.id = d.edition_id and e.schedule_id = :schedule and p.id = d.person_id
                  and d.state = 'SENT'
                returning coalesce(p.email, '')""")
                .param("words", words)
                .param("id", delivery)
                .param("schedule", schedule)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new RecordNotFound("delivery", delivery));
        addresses.cameBack(email, words);
    }
}
