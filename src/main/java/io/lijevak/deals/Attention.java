package io.lijevak.deals;

import io.lijevak.platform.Changes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps beside the deal what other modules know of it and every list, board and warning asks: when somebody was last in
 * touch with the customer about it, and when its next step is due. The modules that know compute the value anew from
 * their own rows and write it here in the transaction of their change.
 */
@Component
public class Attention {
    private final JdbcClient jdbc;
    private final Changes changes;
    private final WatchDeals watch;
    private final Clock clock;

    Attention(JdbcClient jdbc, Changes changes, WatchDeals watch, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.watch = watch;
        this.clock = clock;
    }

    /** The newest contact held about the deal, null when there was none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void contact(DealId deal, @Nullable Instant last) {
        write("""
                update deal set last_contact_at = cast(:at as timestamptz)
                where id = :id and last_contact_at is distinct from cast(:at as timestamptz)""", deal, last);
    }

    /** When the earliest open task or planned interaction of the deal is due, null when nothing is planned. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void nextStep(DealId deal, @Nullable Instant due) {
        write("""
                update deal set next_step_at = cast(:at as timestamptz),
                  unplanned_since = case when cast(:at as timestamptz) is null
                    then case when next_step_at is null then unplanned_since else :now end end
                where id = :id and next_step_at is distinct from cast(:at as timestamptz)""", deal, due);
    }

    /** How many contacts the deal has, planned ones included. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void touches(DealId deal, int count) {
        jdbc.sql("update deal set touches = :count where id = :id and touches <> :count")
                .param("count", count)
                .param("id", deal.value())
                .update();
        changes.touch();
    }

    private void write(String sql, DealId deal, @Nullable Instant at) {
        var written = jdbc.sql(sql)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("id", deal.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (written > 0) {
            watch.look(List.of(deal.value()));
        }
        changes.touch();
    }
}
