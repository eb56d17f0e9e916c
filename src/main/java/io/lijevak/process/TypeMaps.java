package io.lijevak.process;

import io.lijevak.process.TypeMap.Version;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the map of a deal type: figures count the points of people that the reader's right to see deals reaches. */
@Component
public class TypeMaps {
    private final JdbcClient jdbc;
    private final DealTypes types;
    private final Routes routes;
    private final PointFigures figures;

    TypeMaps(JdbcClient jdbc, DealTypes types, Routes routes, PointFigures figures) {
        this.jdbc = jdbc;
        this.types = types;
        this.routes = routes;
        this.figures = figures;
    }

    /** The map of a version, without one of the present version. */
    public TypeMap of(DealTypeId id, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var type = version == null ? types.require(id) : types.require(id, version);
        var route = routes.seen(id, type.stepsVersion());
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return new TypeMap(type.name(), route, figures.of(route, reach), versions(id));
    }

    /** The route of a version as a BPMN 2.0 file. */
    public byte[] bpmn(DealTypeId id, @Nullable Integer version, CurrentUser user) {
        user.require(Resource.PROCESS, Action.VIEW);
        var type = version == null ? types.require(id) : types.require(id, version);
        var route = routes.seen(id, type.stepsVersion());
        return BpmnWriter.forPeople(route.model(), route.key(), type.name());
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
