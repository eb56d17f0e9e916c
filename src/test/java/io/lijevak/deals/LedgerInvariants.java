package io.lijevak.deals;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the ledger of every deal at any time; each broken rule is named with the deals that break it. */
public final class LedgerInvariants {
    private static final List<String[]> RULES = List.of(
            rule("seq runs from 1 without holes", """
                    select deal_id from stage_visit group by deal_id
                    having min(seq) <> 1 or max(seq) <> count(*) or count(distinct seq) <> count(*)"""),
            rule("an open deal with stages has its open visit last, at its stage", """
                    select d.id from deal d left join lateral (
                      select * from stage_visit where deal_id = d.id order by seq desc limit 1) v on true
                    where d.stage_id is not null and d.outcome = 'OPEN'
                      and (v.outcome is distinct from 'OPEN' or v.stage_id <> d.stage_id
                        or v.steps_version <> d.steps_version)"""),
            rule("a closed deal's last visit has its outcome, at its stage", """
                    select d.id from deal d left join lateral (
                      select * from stage_visit where deal_id = d.id order by seq desc limit 1) v on true
                    where d.stage_id is not null and d.outcome <> 'OPEN'
                      and (v.outcome is distinct from d.outcome or v.stage_id <> d.stage_id)"""),
            rule("only the last visit is open", """
                    select deal_id from stage_visit v where outcome = 'OPEN'
                      and exists (select from stage_visit w where w.deal_id = v.deal_id and w.seq > v.seq)"""),
            rule("a visit begins when the one before ended, but after reopening", """
                    select deal_id from (
                      select *, lag(left_at) over (partition by deal_id order by seq) as before,
                        lag(outcome) over (partition by deal_id order by seq) as before_outcome
                      from stage_visit) v
                    where seq > 1 and (cause = 'REOPENED') <> (before_outcome in ('WON', 'LOST'))
                      or cause <> 'REOPENED' and entered_at <> before or entered_at < before"""),
            rule("a skipped visit takes no time", """
                    select deal_id from stage_visit where outcome = 'SKIPPED' and left_at <> entered_at"""),
            rule("every stage has a visit of a step of its version", """
                    select v.deal_id from stage_visit v join deal d on d.id = v.deal_id
                    where not exists (select from deal_type_step s
                      where s.steps_version = v.steps_version and s.stage_id = v.stage_id)"""),
            rule("what entered a stage either stands there or left it, in the order of time", """
                    select deal_id from stage_visit where (outcome = 'OPEN') <> (left_recorded_at is null)
                      or left_at < entered_at or left_recorded_at < recorded_at"""));
    private final JdbcClient jdbc;

    public LedgerInvariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<String> broken() {
        var broken = new ArrayList<String>();
        for (var rule : RULES) {
            var deals = jdbc.sql(rule[1]).query(Long.class).list();
            if (!deals.isEmpty()) {
                broken.add(rule[0] + ": " + deals);
            }
        }
        return broken;
    }

    private static String[] rule(String words, String sql) {
        return new String[] {words, sql};
    }
}
