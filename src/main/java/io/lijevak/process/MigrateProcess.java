package io.lijevak.process;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries the runs along an older version of a process about other records over to the newest one, each for itself. */
@Component
public class MigrateProcess {
    private final JdbcClient jdbc;
    private final RecordProcesses processes;
    private final RecordProcessMaps maps;
    private final MigrateRun migrate;
    private final Clock clock;

    MigrateProcess(
            JdbcClient jdbc, RecordProcesses processes, RecordProcessMaps maps, MigrateRun migrate, Clock clock) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.maps = maps;
        this.migrate = migrate;
        this.clock = clock;
    }

    /**
     * The number of runs carried over. Open tasks stay the same tasks, with their deadlines.
     *
     * @param mapping the point to go on at, by each point of the old version that the newest one lacks
     */
    public int of(String key, int from, Map<String, String> mapping, CurrentUser user) {
        user.require(Resource.PROCESS, Action.EDIT);
        var process = processes.require(key);
        var now = maps.route(key, process.version());
        for (var point : maps.route(key, from).of(RouteModel.Kind.POINT)) {
            var to = now.find(mapping.getOrDefault(point.id(), point.id()))
                    .filter(node -> node.kind() == RouteModel.Kind.POINT);
            if (to.isEmpty()) {
                throw InvalidInput.at("point-" + point.id(), "process.error.migrate.unmapped", point.name());
            }
        }
        var runs = jdbc.sql("""
                select r.id from process_run r join route o on o.id = r.route_id
                where o.process = :key and o.version = :from and r.ended_at is null order by r.id""")
                .param("key", key)
                .param("from", from)
                .query(Long.class)
                .list();
        var actor = new Actor(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return (int) runs.stream()
                .filter(run -> migrate.of(run, process.version(), new MigrateRun.Mapping(Map.of(), mapping), actor))
                .count();
    }
}
