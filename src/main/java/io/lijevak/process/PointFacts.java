package io.lijevak.process;

import io.lijevak.process.RouteModel.Kind;
import io.lijevak.users.CurrentUser;
import java.util.List;
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
    private final Decisions decisions;

    PointFacts(JdbcClient jdbc, RunRows runs, Routes routes, Decisions decisions) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.routes = routes;
        this.decisions = decisions;
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

    /** What the route itself says of how a point of no stage is done; null when it says nothing. */
    @Nullable
    Instruction ownInstruction(Arrival arrival) {
        return routes.require(runs.require(arrival.run()).route())
                .model()
                .find(arrival.node())
                .map(RouteModel.Node::instruction)
                .map(text -> new Instruction(arrival.name(), arrival.version(), text, List.of()))
                .orElse(null);
    }

    /** What is decided at the point, to be asked in its form. */
    List<Input> questions(Arrival arrival, CurrentUser user) {
        return arrival.isOver() ? List.of() : decisions.questions(arrival, user);
    }

    /** The ends that completing the point may lead to at once. */
    Set<Kind> endsBehind(Arrival arrival) {
        var route = routes.require(runs.require(arrival.run()).route());
        return route.model().find(arrival.node()).isEmpty()
                ? Set.of()
                : new RouteOrder(route.model()).endsBehind(arrival.node());
    }
}
