package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.process.RouteModel.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Carries one running process over to another version of its deal type. */
@Component
class MigrateRun {
    private final RunRows runs;
    private final Routes routes;
    private final Arrivals arrivals;
    private final Migration migration;
    private final Steering steering;

    MigrateRun(RunRows runs, Routes routes, Arrivals arrivals, Migration migration, Steering steering) {
        this.runs = runs;
        this.routes = routes;
        this.arrivals = arrivals;
        this.migration = migration;
        this.steering = steering;
    }

    /** Where to go on, by stages or by points of the old version that the new one lacks. */
    record Mapping(Map<StageId, StageId> stages, Map<String, String> points) {
        boolean leads(Arrival arrival, Node node) {
            if (arrival.stage() == null) {
                return node.id().equals(points.get(arrival.node()));
            }
            var stage = stages.getOrDefault(arrival.stage(), arrival.stage());
            return Objects.equals(node.stage(), stage.value());
        }
    }

    /** False when the run has ended, or gone over, meanwhile. */
    @Transactional
    boolean of(long id, int version, Mapping mapping, Actor actor) {
        migration.hold(runs.require(id).subject());
        var run = runs.require(id);
        var old = routes.require(run.route());
        if (run.over() || old.version() == version) {
            return false;
        }
        var route =
                old.type() == null ? routes.find(old.process(), version).orElseThrow() : routes.of(old.type(), version);
        var nodes = new HashMap<String, String>();
        var left = new LinkedHashSet<StageId>();
        var entered = new LinkedHashSet<StageId>();
        for (var arrival : arrivals.openOf(run.id())) {
            var target = target(arrival, old.model(), route.model(), mapping);
            nodes.put(arrival.node(), target.id());
            var stage = target.stage() == null ? null : new StageId(target.stage());
            arrivals.rename(arrival.id(), target.id(), target.name(), stage);
            if (stage != null && arrival.stage() != null && !stage.equals(arrival.stage())) {
                left.add(arrival.stage());
                entered.add(stage);
            }
        }
        migration.go(run, route, nodes);
        var going = runs.goOn(run, route.id(), run.instance());
        steering.follow(going, route, Answers.NONE, actor);
        steering.restand(going, route, actor);
        steering.carried(left, entered, going, route, actor);
        return true;
    }

    /** The node of the new route where the run goes on: the same one, else the first of the stage it is mapped to. */
    private static Node target(Arrival arrival, RouteModel old, RouteModel now, Mapping mapping) {
        var same = now.find(arrival.node()).filter(node -> node.kind() == arrival.kind());
        if (same.isPresent() && now.inFork(arrival.node()) == old.inFork(arrival.node())) {
            return same.get();
        }
        return new RouteOrder(now)
                .nodes().stream()
                        .filter(node -> node.kind() == arrival.kind() && mapping.leads(arrival, node))
                        .filter(node -> !now.inFork(node.id()) && !old.inFork(arrival.node()))
                        .findFirst()
                        .orElseThrow(() -> new Conflict("process.error.migrate.branch", arrival.name()));
    }
}
