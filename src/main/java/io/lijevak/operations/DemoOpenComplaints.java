package io.lijevak.operations;

import io.lijevak.operations.DemoComplaintRows.Received;
import io.lijevak.process.Actor;
import io.lijevak.process.Arrivals;
import io.lijevak.process.CompletePoint;
import io.lijevak.process.Processes;
import io.lijevak.process.RouteVersion;
import io.lijevak.process.Subject;
import io.lijevak.users.CurrentUsers;
import io.lijevak.users.PersonId;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The complaints that the demo company is at work on: their processes run as those of people do. */
@Component
class DemoOpenComplaints {
    private final JdbcClient jdbc;
    private final Processes processes;
    private final Arrivals arrivals;
    private final CompletePoint complete;
    private final CurrentUsers users;

    DemoOpenComplaints(
            JdbcClient jdbc, Processes processes, Arrivals arrivals, CompletePoint complete, CurrentUsers users) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.arrivals = arrivals;
        this.complete = complete;
        this.users = users;
    }

    void begin(Received received, RouteVersion route, int passed) {
        var user = users.find(new PersonId(received.about().responsible())).orElseThrow();
        var subject = new Subject("complaint", received.id());
        processes.begin(subject, route, null, new Actor(user, received.at()));
        for (int number = 0; number < passed; number++) {
            complete.with(arrivals.open(subject).getFirst().id(), Map.of(), null, user);
        }
    }

    /** The points that were passed just now were passed some time ago, and so was the arrival at the next. */
    void age(List<Long> complaints) {
        // The ledger is append-only but for this, the undo of an import and the removal of the demo company.
        allow("on");
        jdbc.sql("""
                with placed as (
                  select p.id, r.started_at + (count(*) over w - 1) * interval '19 hours' as entered,
                    case when p.left_at is not null then r.started_at + count(*) over w * interval '19 hours' end as gone
                  from process_point p join process_run r on r.id = p.run_id
                  where r.subject_kind = 'complaint' and r.subject_id = any(:ids) and r.ended_at is null
                  window w as (partition by r.id order by p.id))
                update process_point p set entered_at = placed.entered, left_at = placed.gone,
                  due_at = p.due_at - (p.entered_at - placed.entered)
                from placed where placed.id = p.id""").param("ids", complaints.toArray(Long[]::new)).update();
        allow("off");
        jdbc.sql("""
                update task t set due_at = p.due_at, created_at = p.entered_at, closed_at = p.left_at
                from process_point p
                where p.id = t.point_id and t.subject_kind = 'complaint' and t.subject_id = any(:ids)""").param("ids", complaints.toArray(Long[]::new)).update();
    }

    private void allow(String word) {
        jdbc.sql("select set_config('lijevak.import_undo', :word, true)")
                .param("word", word)
                .query(String.class)
                .single();
    }
}
