package io.lijevak.operations;

import io.lijevak.operations.DemoComplaintRows.Received;
import io.lijevak.process.RouteModel;
import io.lijevak.process.RouteVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the complaints that the demo company is done with, point by point. */
@Component
class DemoPastComplaints {
    private static final List<String> FINDINGS =
            List.of("JUSTIFIED", "UNJUSTIFIED", "JUSTIFIED", "WITHDRAWN", "JUSTIFIED", "UNJUSTIFIED");
    private final JdbcClient jdbc;

    /** A stay at a point. */
    private record Stay(RouteModel.Node node, Instant entered, Instant left, long executor) {}

    DemoPastComplaints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void settle(Received received, RouteVersion route, DemoSetting setting) {
        var finding = FINDINGS.get(received.number() % FINDINGS.size());
        var stays = stays(route.model(), finding, received, setting);
        var end = route.model()
                .node(
                        switch (finding) {
                            case "JUSTIFIED" -> "settled";
                            case "UNJUSTIFIED" -> "rejected";
                            default -> "withdrawn";
                        });
        var ended = stays.getLast().left();
        close(received, finding, end, ended, setting);
        var run = begin(received, route, end, ended);
        stays.forEach(stay -> insert(run, stay));
    }

    private void close(Received received, String finding, RouteModel.Node end, Instant ended, DemoSetting setting) {
        jdbc.sql("""
                update complaint set finding = :finding, reasons = :reasons, compensation = :compensation,
                  closed_at = :ended, ended_as = :end where id = :id""")
                .param("finding", finding)
                .param("reasons", reasons(finding, received.number(), setting))
                .param(
                        "compensation",
                        finding.equals("JUSTIFIED")
                                ? setting.words().pick("complaintRemedies", received.number())
                                : null)
                .param("ended", DemoRows.at(ended))
                .param("end", end.name())
                .param("id", received.id())
                .update();
    }

    private static @Nullable String reasons(String finding, int number, DemoSetting setting) {
        return switch (finding) {
            case "JUSTIFIED" -> setting.words().pick("complaintCauses", number);
            case "UNJUSTIFIED" -> setting.words().pick("complaintRefusals", number);
            default -> null;
        };
    }

    private long begin(Received received, RouteVersion route, RouteModel.Node end, Instant ended) {
        return jdbc.sql("""
                insert into process_run (subject_kind, subject_id, route_id, started_at, ended_at, ending, end_name)
                values ('complaint', :id, :route, :from, :to, :ending, :end) returning id""")
                .param("id", received.id())
                .param("route", route.id())
                .param("from", DemoRows.at(received.at()))
                .param("to", DemoRows.at(ended))
                .param("ending", end.kind().name())
                .param("end", end.name())
                .query(Long.class)
                .single();
    }

    /** The way of a finding, now and then slower than its norms. */
    private static List<Stay> stays(RouteModel route, String finding, Received received, DemoSetting setting) {
        var way = new ArrayList<>(List.of("receive", "investigate", "decide"));
        if (finding.equals("JUSTIFIED")) {
            way.addAll(List.of("remedy", "tell"));
        } else if (finding.equals("UNJUSTIFIED")) {
            way.add("explain");
        }
        var stays = new ArrayList<Stay>();
        var at = received.at();
        for (var id : way) {
            var node = route.node(id);
            var left = at.plus(Duration.ofHours(2 + setting.below(24 * norm(node) + 12)));
            var about = received.about();
            stays.add(new Stay(node, at, left, id.equals("decide") ? about.decider() : about.responsible()));
            at = left;
        }
        return stays;
    }

    private static int norm(RouteModel.Node node) {
        return node.normDays() == null ? 1 : node.normDays();
    }

    private void insert(long run, Stay stay) {
        jdbc.sql("""
                insert into process_point (run_id, node, kind, name, entered_at, left_at, ending, due_at, executor_id, left_by)
                values (:run, :node, 'POINT', :name, :from, :to, 'DONE', :due, :executor, :executor)""")
                .param("run", run)
                .param("node", stay.node().id())
                .param("name", stay.node().name())
                .param("from", DemoRows.at(stay.entered()))
                .param("to", DemoRows.at(stay.left()))
                .param("due", DemoRows.at(stay.entered().plus(Duration.ofDays(norm(stay.node())))))
                .param("executor", stay.executor())
                .update();
    }
}
