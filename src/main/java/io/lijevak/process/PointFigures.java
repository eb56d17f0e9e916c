package io.lijevak.process;

import io.lijevak.process.RouteModel.Node;
import io.lijevak.process.TypeMap.Figure;
import io.lijevak.users.Reach;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what waits at the points of a route, and how long it took there. */
@Component
class PointFigures {
    private final JdbcClient jdbc;
    private final Clock clock;

    PointFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Count(int open, int overdue, @Nullable Double median, int n) {}

    /** A figure for each point, in their order, of the points of people that the reach covers. */
    List<Figure> of(RouteVersion route, Reach reach) {
        var counts = counts(route, reach);
        return new RouteOrder(route.model())
                .nodes().stream()
                        .filter(Node::waits)
                        .map(node -> figure(node, counts))
                        .toList();
    }

    private static Figure figure(Node node, Map<String, Count> counts) {
        var count = counts.getOrDefault(node.id(), new Count(0, 0, null, 0));
        return new Figure(node, count.open(), count.overdue(), count.median(), count.n());
    }

    private Map<String, Count> counts(RouteVersion route, Reach reach) {
        var counts = new HashMap<String, Count>();
        jdbc.sql("""
                select p.node, count(*) filter (where p.left_at is null) as open,
                  count(*) filter (where p.left_at is null and p.due_at < :now) as overdue,
                  percentile_cont(0.5) within group (order by extract(epoch from p.left_at - p.entered_at) / 86400)
                    filter (where p.ending in ('DONE', 'OVERRIDDEN')) as median,
                  count(*) filter (where p.ending in ('DONE', 'OVERRIDDEN')) as n
                from process_point p join process_run r on r.id = p.run_id
                where r.route_id = :route and %s group by p.node""".formatted(reach.sql("p.executor_id")))
                .param("now", Timestamp.from(clock.instant()))
                .param("route", route.id())
                .params(reach.parameters())
                .query(row -> {
                    var median = row.getObject("median");
                    counts.put(
                            row.getString("node"),
                            new Count(
                                    row.getInt("open"),
                                    row.getInt("overdue"),
                                    median == null ? null : row.getDouble("median"),
                                    row.getInt("n")));
                });
        return counts;
    }
}
