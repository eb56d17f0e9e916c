package io.lijevak.deals;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What deals, the ledger of arrivals and the engine must agree on at any time. */
public final class ProcessInvariants {
    private static final List<String[]> RULES = List.of(
            rule("an open deal of an automatic type has its run, another deal none", """
                    select d.id from deal d join deal_type t on t.id = d.type_id
                    where (t.mode = 'AUTOMATIC' and d.outcome = 'OPEN') <> exists (
                      select from process_run r where r.subject_kind = 'deal' and r.subject_id = d.id
                        and r.ended_at is null)"""),
            rule("a run follows the version of its deal", """
                    select d.id from process_run r join deal d on d.id = r.subject_id and r.subject_kind = 'deal'
                    join route o on o.id = r.route_id
                    where r.ended_at is null and (o.deal_type_id <> d.type_id or o.version <> d.steps_version)"""),
            rule(
                    "each open point is a task of the engine in the instance of its run, and each task an open point",
                    """
                    select coalesce(p.run_id, 0) from (
                      select p.*, r.engine_instance from process_point p join process_run r on r.id = p.run_id
                      where p.left_at is null) p
                    full join act_ru_task t on t.id_ = p.engine_task and t.proc_inst_id_ = p.engine_instance
                      and t.task_def_key_ = p.node
                    where p.id is null or t.id_ is null"""),
            rule("a run on its way waits somewhere, one that ended nowhere", """
                    select r.id from process_run r where (r.ended_at is null) <> exists (
                      select from process_point p where p.run_id = r.id and p.left_at is null)"""),
            rule("the engine runs no instance that is no run on its way", """
                    select 1 from act_ru_execution e where e.parent_id_ is null and not exists (
                      select from process_run r where r.engine_instance = e.proc_inst_id_ and r.ended_at is null)"""),
            rule("a deal stands at the earliest stage whose point is open", """
                    select d.id from deal d
                    join process_run r on r.subject_kind = 'deal' and r.subject_id = d.id and r.ended_at is null
                    join lateral (
                      select s.stage_id from process_point p join deal_type_step s on s.stage_id = p.stage_id
                        and s.deal_type_id = d.type_id and s.steps_version = d.steps_version
                      where p.run_id = r.id and p.left_at is null order by s.position limit 1) f on true
                    where f.stage_id <> d.stage_id"""),
            rule("nothing is asked for twice at once", """
                    select run_id from process_point where left_at is null group by run_id, node having count(*) > 1"""));

    private ProcessInvariants() {}

    public static List<String> broken(JdbcClient jdbc) {
        var broken = new ArrayList<String>();
        for (var rule : RULES) {
            var found = jdbc.sql(rule[1]).query(Long.class).list();
            if (!found.isEmpty()) {
                broken.add(rule[0] + ": " + found);
            }
        }
        return broken;
    }

    private static String[] rule(String words, String sql) {
        return new String[] {words, sql};
    }
}
