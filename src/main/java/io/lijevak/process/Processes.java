package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RouteModel.Node;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins, ends and turns runs of processes, in the transaction of the module whose record they are about. The record is
 * held by its module first, so that its changes come one after another.
 */
@Component
public class Processes {
    private final Routes routes;
    private final Engine engine;
    private final RunRows runs;
    private final Arrivals arrivals;
    private final Steering steering;

    Processes(Routes routes, Engine engine, RunRows runs, Arrivals arrivals, Steering steering) {
        this.routes = routes;
        this.engine = engine;
        this.runs = runs;
        this.arrivals = arrivals;
        this.steering = steering;
    }

    /** Begins a run along a version of a deal type, at its first point or at that of a stage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Subject subject, DealTypeId type, int stepsVersion, @Nullable StageId at, Actor actor) {
        begin(subject, routes.of(type, stepsVersion), at, actor);
    }

    /** Begins a run along a route, at its first point or at that of a stage. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(Subject subject, RouteVersion route, @Nullable StageId at, Actor actor) {
        if (runs.open(subject).isPresent()) {
            throw new Conflict("process.error.run.twice");
        }
        start(runs.insert(subject, route, actor.at()), route, at, actor);
    }

    /** Takes the open points back and ends the run before its end, as a loss, a win by hand or another type does. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(Subject subject, Actor actor) {
        runs.open(subject).ifPresent(run -> {
            clear(run, Arrivals.Ending.WITHDRAWN, actor);
            runs.end(run, RunRows.Ending.WITHDRAWN, null, actor.at());
        });
    }

    /**
     * Goes on at a stage with the run that ended, when it followed that type, along the version it followed; else begins
     * one.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(Subject subject, DealTypeId type, int stepsVersion, StageId at, Actor actor) {
        var ended = runs.newest(subject)
                .filter(run -> type.equals(routes.require(run.route()).type()));
        if (ended.isPresent()) {
            start(ended.get(), routes.require(ended.get().route()), at, actor);
        } else {
            begin(subject, type, stepsVersion, at, actor);
        }
    }

    /** Sends a run back to an earlier stage: what is open is taken back, what was done stays in the ledger. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sendBack(Subject subject, StageId to, Actor actor) {
        var run = runs.open(subject).orElseThrow(() -> new Conflict("process.error.run.none"));
        clear(run, Arrivals.Ending.RETURNED, actor);
        start(run, routes.require(run.route()), to, actor);
    }

    /** Whether a process about the record is on its way. */
    public boolean isRunning(Subject subject) {
        return runs.open(subject).isPresent();
    }

    /** Whether the process waits at a point of the stage, or at one of no stage. */
    public boolean standsAt(Subject subject, StageId stage) {
        return arrivals.open(subject).stream()
                .anyMatch(arrival -> arrival.stage() == null || stage.equals(arrival.stage()));
    }

    private void clear(Run run, Arrivals.Ending ending, Actor actor) {
        arrivals.openOf(run.id()).forEach(arrival -> steering.withdraw(arrival, ending, actor));
        if (run.instance() != null) {
            engine.cancel(run.instance(), ending.name());
        }
    }

    private void start(Run run, RouteVersion route, @Nullable StageId at, Actor actor) {
        var choices = steering.choices(route.model(), run.subject());
        var event = at == null
                ? route.model().start().id()
                : Bpmn.FROM + entry(route.model(), at).id();
        var instance = engine.start(definition(route), event, choices);
        var going = runs.goOn(run, route.id(), instance);
        steering.follow(going, route, Answers.NONE, actor);
    }

    private static Node entry(RouteModel route, StageId stage) {
        var order = new RouteOrder(route);
        return order.nodes().stream()
                .filter(node -> Objects.equals(node.stage(), stage.value()))
                .findFirst()
                .map(order::entry)
                .orElseThrow(() -> InvalidInput.at("stage", "process.error.route.noStage"));
    }

    /** What the engine calls the version; it gets it when the first run needs it. */
    String definition(RouteVersion route) {
        if (route.definition() != null) {
            return route.definition();
        }
        var known = routes.heldDefinition(route);
        if (known != null) {
            return known;
        }
        var deployed = engine.deploy(route.key(), BpmnWriter.forEngine(route.model(), route.key(), route.key()));
        routes.deployed(route, deployed);
        return deployed;
    }
}
