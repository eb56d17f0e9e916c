package io.lijevak.deals;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins the processes of open deals of automatic types that have none, and leads those on that stand elsewhere than
 * their deals: imports write deals by
 * the thousand and leave this to the background. Each deal is a transaction of its own, so a killed job goes on where it
 * was.
 */
@Component
public class BeginMissingRuns {
    private static final Logger LOG = LoggerFactory.getLogger(BeginMissingRuns.class);
    private static final int AT_ONCE = 500;
    private final JdbcClient jdbc;
    private final BeginMissingRun begin;
    private final Clock clock;

    BeginMissingRuns(JdbcClient jdbc, BeginMissingRun begin, Clock clock) {
        this.jdbc = jdbc;
        this.begin = begin;
        this.clock = clock;
    }

    /** The number of processes begun; a deal whose process cannot begin is told in the log and holds no other back. */
    public int all() {
        var begun = 0;
        var last = 0L;
        for (var deals = after(last); !deals.isEmpty(); deals = after(last)) {
            for (var deal : deals) {
                begun += begun(deal, clock.instant().truncatedTo(ChronoUnit.MICROS)) ? 1 : 0;
            }
            last = deals.getLast();
        }
        return begun;
    }

    /** How many deals still wait for their process. */
    public int waiting() {
        return jdbc.sql("""
                select count(*) from deal d join deal_type t on t.id = d.type_id
                where t.mode = 'AUTOMATIC' and d.outcome = 'OPEN' and not exists (
                  select from process_run r where r.subject_kind = 'deal' and r.subject_id = d.id and r.ended_at is null)""").query(Integer.class).single();
    }

    private boolean begun(long deal, Instant now) {
        try {
            return begin.of(new DealId(deal), now);
        } catch (RuntimeException stopped) {
            LOG.error("the process of deal {} could not be begun", deal, stopped);
            return false;
        }
    }

    private List<Long> after(long last) {
        return jdbc.sql("""
                select d.id from deal d join deal_type t on t.id = d.type_id
                left join process_run r on r.subject_kind = 'deal' and r.subject_id = d.id and r.ended_at is null
                where t.mode = 'AUTOMATIC' and d.id > :last
                  and ((d.outcome = 'OPEN') <> (r.id is not null) or d.outcome = 'OPEN' and not exists (
                    select from process_point p where p.run_id = r.id and p.left_at is null
                      and (p.stage_id = d.stage_id or p.stage_id is null)))
                order by d.id limit :limit""")
                .param("last", last)
                .param("limit", AT_ONCE)
                .query(Long.class)
                .list();
    }
}
