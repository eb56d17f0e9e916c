package io.lijevak.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What went before the ends of the demo company's deals, and what was learnt from them: warnings, rivals, results. */
@Component
class DemoWarnings {
    private static final String DEMO = " join demo_record r on r.kind = 'deal' and r.record_id = d.id ";
    private final JdbcClient jdbc;

    DemoWarnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(DemoSetting setting) {
        putOff();
        nameRivals();
        recallWarnings();
        actOnSome(setting);
        close(setting);
    }

    /** Many lost deals, some of the others, were put off again and again. */
    private void putOff() {
        jdbc.sql("""
                insert into audit_entry (at, person_id, via, subject_kind, subject_id, action, changes)
                select d.opened_at + (coalesce(d.closed_at, now()) - d.opened_at) * (n * 0.25), d.responsible_id, 'web',
                  'deal', d.id, 'changed', jsonb_build_object('expectedClose', jsonb_build_object(
                    'before', (d.expected_close - (4 - n) * 12)::text, 'after', (d.expected_close - (3 - n) * 12)::text))
                from deal d %s cross join generate_series(1, 3) n
                where d.expected_close is not null and d.opened_at is not null and n <= 2 + d.id / 3 %% 2
                  and d.id %% case d.outcome when 'LOST' then 3 when 'WON' then 9 else 6 end = 0""".formatted(DEMO)).update();
    }

    private void nameRivals() {
        jdbc.sql("""
                with rival as (
                  select c.id, row_number() over (order by c.id) - 1 as place, count(*) over () as of
                  from competitor c join demo_record r on r.kind = 'competitor' and r.record_id = c.id)
                insert into deal_competitor (deal_id, competitor_id, added_at, added_by)
                select d.id, rival.id, d.opened_at + (coalesce(d.closed_at, now()) - d.opened_at) * 0.6, d.responsible_id
                from deal d %s join rival on rival.place = d.id %% rival.of
                where d.opened_at is not null and (d.outcome = 'OPEN' and d.id %% 7 = 3
                  or d.outcome = 'LOST' and rival.id = d.competitor_id or d.outcome = 'WON' and d.id %% 8 = 0)""".formatted(DEMO)).update();
    }

    /** Silence and missing next steps of deals that are over now. */
    private void recallWarnings() {
        jdbc.sql("""
                insert into risk_signal (deal_id, kind, since, noticed_at, until, ending)
                select d.id, s.kind, s.since, s.since, d.closed_at, 'CLOSED'
                from deal d %s cross join lateral (values
                  ('SILENT', case d.outcome when 'LOST' then 2 else 5 end, 0.7),
                  ('UNPLANNED', case d.outcome when 'LOST' then 3 else 4 end, 0.5)) k (kind, every, part)
                cross join lateral (
                  select k.kind, d.opened_at + (d.closed_at - d.opened_at) * k.part as since) s
                where d.outcome <> 'OPEN' and d.opened_at < d.closed_at and d.id %% k.every = 0""".formatted(DEMO)).update();
    }

    private void actOnSome(DemoSetting setting) {
        jdbc.sql("""
                insert into risk_signal (deal_id, kind, since, noticed_at, until, ending, handling, handled_by, note)
                select d.id, 'RETURNED', now() - interval '20 days', now() - interval '20 days',
                  now() - (2 + d.id %% 14) * interval '1 day', 'HANDLED',
                  case d.id %% 2 when 0 then 'NOTED' else 'DISMISSED' end, d.responsible_id,
                  (cast(:notes as text[]))[1 + d.id %% :count]
                from deal d %s
                where d.outcome = 'OPEN' and d.id %% 13 = 5 or d.closed_at > now() - interval '9 days'""".formatted(DEMO))
                .param("notes", setting.words().list("riskNotes").toArray(String[]::new))
                .param("count", setting.words().list("riskNotes").size())
                .update();
    }

    /** Most results are recorded, those of the last days and some others are still asked for. */
    private void close(DemoSetting setting) {
        var won = setting.words().list("learntWon").toArray(String[]::new);
        var lost = setting.words().list("learntLost").toArray(String[]::new);
        jdbc.sql("""
                insert into deal_closing (deal_id, outcome, closed_at, closed_by, win_back_on, learnt, satisfaction,
                  next_need_on, recorded_at, recorded_by)
                select d.id, d.outcome, d.closed_at, d.responsible_id,
                  case when d.outcome = 'LOST' and d.id %% 4 = 0 then (d.closed_at + interval '150 days')::date end,
                  case when not done then null
                    when d.outcome = 'WON' then (cast(:won as text[]))[1 + d.id %% cardinality(cast(:won as text[]))]
                    else (cast(:lost as text[]))[1 + d.id %% cardinality(cast(:lost as text[]))] end,
                  case when done and d.outcome = 'WON' then 3 + d.id %% 3 when done and d.id %% 2 = 0 then 2 + d.id %% 3 end,
                  case when done and d.outcome = 'WON' and d.id %% 3 = 0
                    then (d.closed_at + interval '300 days')::date end,
                  case when done then d.closed_at + interval '2 days' end, case when done then d.responsible_id end
                from deal d %s
                cross join lateral (select d.closed_at < now() - interval '12 days' and d.id %% 11 <> 0 as done) results
                where d.closed_at is not null""".formatted(DEMO)).param("won", won).param("lost", lost).update();
    }
}
