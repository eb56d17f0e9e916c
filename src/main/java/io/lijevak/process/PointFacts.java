package io.lijevak.process;

import io.lijevak.process.RouteModel.Kind;
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

    PointFacts(JdbcClient jdbc, RunRows runs, Routes routes) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.routes = routes;
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

    /** The ends that completing the point may lead to at once. */
    Set<Kind> endsBehind(Arrival arrival) {
        var route = routes.require(runs.require(arrival.run()).route());
        return route.model().find(arrival.node()).isEmpty()
                ? Set.of()
                : new RouteOrder(route.model()).endsBehind(arrival.node());
    }
}
