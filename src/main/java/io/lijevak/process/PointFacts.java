package io.lijevak.process;

import io.lijevak.process.RouteModel.Kind;
import io.lijevak.users.CurrentUser;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands around a point: who has it, how it is done, where it may lead. */
@Component
class PointFacts {
    private final JdbcClient jdbc;
    private final RunRows runs;
    private final Routes routes;
    private final Clock clock;

    PointFacts(JdbcClient jdbc, RunRows runs, Routes routes, Clock clock) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.routes = routes;
        this.clock = clock;
    }

    @Nullable
    String name(@Nullable Long person) {
        return person == null
                ? null
                : jdbc.sql("select name from person where id = :id")
                        .param("id", person)
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /** The instruction of the point's stage in the version its run follows. */
    @Nullable
    String instruction(Arrival arrival) {
        var gate = arrival.gate();
        return gate == null
                ? null
                : jdbc.sql("""
                        select instruction from deal_type_step
                        where deal_type_id = :type and steps_version = :version and stage_id = :stage
                          and instruction is not null""")
                        .param("type", gate.type().value())
                        .param("version", gate.stepsVersion())
                        .param("stage", gate.stage().value())
                        .query(String.class)
                        .optional()
                        .orElse(null);
    }

    /** The ends that completing the point may lead to at once. */
    Set<Kind> endsBehind(Arrival arrival) {
        var route = routes.require(runs.require(arrival.run()).route());
        return route.model().find(arrival.node()).isEmpty()
                ? Set.of()
                : new RouteOrder(route.model()).endsBehind(arrival.node());
    }

    /** Notes that the person read the instruction in this version. */
    void read(Gate gate, CurrentUser user) {
        jdbc.sql("""
                insert into instruction_read (deal_type_id, steps_version, stage_id, person_id, at)
                values (:type, :version, :stage, :person, :at) on conflict do nothing""")
                .param("type", gate.type().value())
                .param("version", gate.stepsVersion())
                .param("stage", gate.stage().value())
                .param("person", user.id())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
