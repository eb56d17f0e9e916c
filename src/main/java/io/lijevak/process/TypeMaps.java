package io.lijevak.process;

import io.lijevak.process.RouteModel.Node;
import io.lijevak.process.TypeMap.Figure;
import io.lijevak.process.TypeMap.Version;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the map of a deal type: figures count the points of people that the reader's right to see deals reaches. */
@Component
public class TypeMaps {
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final Routes routes;
    private final Clock clock;

    TypeMaps(JdbcClient jdbc, DealTypes types, Routes routes, Clock clock) {
        this.jdbc = jdbc;
        this.types = types;
        this.routes = routes;
        this.clock = clock;
    }

    private record Count(int open, int overdue, @Nullable Double median, int n) {}

    /** The map of a version, without one of the present version. */
    public TypeMap of(DealTypeId id, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var type = version == null ? types.require(id) : types.require(id, version);
        var route = routes.seen(id, type.stepsVersion());
        var counts = counts(route, user);
        var figures = new RouteOrder(route.model())
                .nodes().stream()
                        .filter(Node::waits)
                        .map(node -> figure(node, counts))
                        .toList();
        return new TypeMap(type, route, figures, versions(id));
    }

    /** The route of a version as a BPMN 2.0 file. */
    public byte[] bpmn(DealTypeId id, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var type = version == null ? types.require(id) : types.require(id, version);
        var route = routes.seen(id, type.stepsVersion());
        return BpmnWriter.forPeople(route.model(), route.key(), type.name());
    }

    private static Figure figure(Node node, Map<String, Count> counts) {
        var count = counts.getOrDefault(node.id(), new Count(0, 0, null, 0));
        return new Figure(node, count.open(), count.overdue(), count.median(), count.n());
    }

    private Map<String, Count> counts(RouteVersion route, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
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

    private List<Version> versions(DealTypeId id) {
        return jdbc.sql("""
                select v.steps_version, (
                  select count(*) from process_run r join route o on o.id = r.route_id
                  where o.deal_type_id = :type and o.version = v.steps_version and r.ended_at is null) as running
                from (select distinct steps_version from deal_type_step where deal_type_id = :type) v
                order by 1 desc""")
                .param("type", id.value())
                .query((row, number) -> new Version(row.getInt(1), row.getInt(2)))
                .list();
    }
}
