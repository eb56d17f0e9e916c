package io.lijevak.process;

import io.lijevak.platform.RecordNotFound;
import io.lijevak.process.TypeMap.Version;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the map of a process about records other than deals; figures count what the right to see the records reaches. */
@Component
public class RecordProcessMaps {
    private final JdbcClient jdbc;
    private final RecordProcesses processes;
    private final Routes routes;
    private final Subjects subjects;
    private final PointFigures figures;

    RecordProcessMaps(
            JdbcClient jdbc, RecordProcesses processes, Routes routes, Subjects subjects, PointFigures figures) {
        this.jdbc = jdbc;
        this.processes = processes;
        this.routes = routes;
        this.subjects = subjects;
        this.figures = figures;
    }

    /** The map of a version, without one of the newest. */
    public TypeMap of(String key, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var process = processes.require(key);
        var route = route(process, version);
        var reach = Reach.of(user, subjects.kind(process.subjectKind()).resource(), Action.VIEW);
        return new TypeMap(process.name(), route, figures.of(route, reach), versions(key));
    }

    /** The route of a version as a BPMN 2.0 file. */
    public byte[] bpmn(String key, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var process = processes.require(key);
        var route = route(process, version);
        return BpmnWriter.forPeople(route.model(), route.key(), process.name());
    }

    /** The route of a version. */
    public RouteModel route(String key, int version) {
        return route(processes.require(key), version).model();
    }

    private RouteVersion route(RecordProcess process, @Nullable Integer version) {
        var wanted = version == null ? process.version() : version;
        return routes.find(process.key(), wanted).orElseThrow(() -> new RecordNotFound("route", wanted));
    }

    private List<Version> versions(String key) {
        return jdbc.sql("""
                select o.version, (
                  select count(*) from process_run r where r.route_id = o.id and r.ended_at is null) as running
                from route o where o.process = :key order by o.version desc""")
                .param("key", key)
                .query((row, number) -> new Version(row.getInt(1), row.getInt(2)))
                .list();
    }
}
