package io.lijevak.process;

import io.lijevak.process.RouteMap.Point;
import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteModel.Node;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the map of the newest run about a record: its route, and what became of each point. */
@Component
public class RouteMaps {
    private final JdbcClient jdbc;
    private final Routes routes;
    private final Subjects subjects;
    private final RunRows runs;
    private final Clock clock;

    RouteMaps(JdbcClient jdbc, Routes routes, Subjects subjects, RunRows runs, Clock clock) {
        this.jdbc = jdbc;
        this.routes = routes;
        this.subjects = subjects;
        this.runs = runs;
        this.clock = clock;
    }

    /** One stay of the run at a node. */
    private record Stay(
            long id,
            String node,
            Instant enteredAt,
            @Nullable Instant leftAt,
            @Nullable String ending,
            @Nullable Instant dueAt,
            @Nullable String executor,
            boolean fellToHead) {}

    /** The map, when the record has a run and the user may see the record. */
    public Optional<RouteMap> of(Subject subject, CurrentUser user) {
        subjects.require(subject, Action.VIEW, user);
        return runs.newest(subject).map(run -> map(run, routes.require(run.route())));
    }

    private RouteMap map(Run run, RouteVersion route) {
        var stays = new HashMap<String, List<Stay>>();
        for (var stay : stays(run.id())) {
            stays.computeIfAbsent(stay.node(), node -> new java.util.ArrayList<>())
                    .add(stay);
        }
        var states = new RouteStates(route.model(), RouteMaps.marks(stays), stays.keySet(), run).all();
        var norms = norms(route);
        var points = new RouteOrder(route.model())
                .nodes().stream()
                        .filter(Node::waits)
                        .map(node -> point(node, states, stays.getOrDefault(node.id(), List.of()), norms))
                        .toList();
        return new RouteMap(route, states, points);
    }

    private static Map<String, State> marks(Map<String, List<Stay>> stays) {
        var marks = new HashMap<String, State>();
        stays.forEach((node, all) -> {
            if (all.getLast().leftAt() == null) {
                marks.put(node, State.CURRENT);
            } else if (all.stream()
                    .anyMatch(stay -> List.of("DONE", "OVERRIDDEN").contains(stay.ending()))) {
                marks.put(node, State.PASSED);
            }
        });
        return marks;
    }

    private Point point(Node node, Map<String, State> states, List<Stay> stays, Map<Long, Integer> norms) {
        var now = clock.instant();
        var last = stays.isEmpty() ? null : stays.getLast();
        var spent = stays.stream()
                .map(stay -> Duration.between(stay.enteredAt(), stay.leftAt() == null ? now : stay.leftAt()))
                .reduce(Duration::plus)
                .orElse(null);
        var due = last == null ? null : last.dueAt();
        return new Point(
                node,
                states.getOrDefault(node.id(), State.FUTURE),
                last == null ? null : last.id(),
                last == null ? null : last.executor(),
                last != null && last.fellToHead(),
                spent,
                due,
                last == null ? null : last.leftAt(),
                node.normDays() == null && node.stage() != null ? norms.get(node.stage()) : node.normDays(),
                last != null && last.leftAt() == null && due != null && due.isBefore(now));
    }

    private List<Stay> stays(long run) {
        return jdbc.sql("""
                select o.id, o.node, o.entered_at, o.left_at, o.ending, o.due_at, o.fell_to_head,
                  coalesce(l.name, p.name) as executor
                from process_point o left join person p on p.id = o.executor_id
                left join person l on l.id = o.left_by and o.ending in ('DONE', 'OVERRIDDEN')
                where o.run_id = :run order by o.id""").param("run", run).query(RouteMaps::stay).list();
    }

    private Map<Long, Integer> norms(RouteVersion route) {
        var norms = new HashMap<Long, Integer>();
        if (route.type() != null) {
            jdbc.sql("""
                    select stage_id, norm_days from deal_type_step
                    where deal_type_id = :type and steps_version = :version and norm_days is not null""")
                    .param("type", route.type().value())
                    .param("version", route.version())
                    .query(row -> {
                        norms.put(row.getLong(1), row.getInt(2));
                    });
        }
        return norms;
    }

    private static Stay stay(ResultSet row, int number) throws SQLException {
        var left = row.getTimestamp("left_at");
        var due = row.getTimestamp("due_at");
        return new Stay(
                row.getLong("id"),
                row.getString("node"),
                row.getTimestamp("entered_at").toInstant(),
                left == null ? null : left.toInstant(),
                row.getString("ending"),
                due == null ? null : due.toInstant(),
                row.getString("executor"),
                row.getBoolean("fell_to_head"));
    }
}
