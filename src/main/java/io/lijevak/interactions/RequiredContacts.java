package io.lijevak.interactions;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the contacts of a deal that a requirement asks for. */
@Component
class RequiredContacts {
    private final JdbcClient jdbc;

    RequiredContacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held ones by when they took place, planned ones that are still ahead by when they were planned. */
    int count(WantedContacts wanted, long deal, Instant now) {
        var kind = wanted.kind();
        return jdbc.sql("""
                select count(*) from interaction i
                where i.deal_id = :deal and i.kind <> 'NOTE' and i.state = :state
                  and (cast(:kind as text) is null or i.kind = :kind)
                  and (i.state <> 'PLANNED' or i.at > :now)
                  and (not :since or case when i.state = 'PLANNED' then i.state_at else i.at end >= coalesce(
                    (select v.entered_at from stage_visit v where v.deal_id = i.deal_id and v.outcome = 'OPEN'),
                    '-infinity'))""")
                .param("deal", deal)
                .param("state", wanted.state().name())
                .param("kind", kind == null ? null : kind.name())
                .param("since", wanted.sinceEntry())
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }
}
