package io.lijevak.process;

import io.lijevak.process.Arrivals.Leaving;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings our ledger to what the engine says after it moved: arrivals where it waits now, departures from where it does
 * not wait any more, the stage where the record stands, the end. Asking what is, instead of adding up what happened,
 * leaves the two no way to differ.
 */
@Component
class Steering {
    private final Engine engine;
    private final RunRows runs;
    private final Arrivals arrivals;
    private final Pointing pointing;
    private final Outside outside;

    Steering(Engine engine, RunRows runs, Arrivals arrivals, Pointing pointing, Outside outside) {
        this.engine = engine;
        this.runs = runs;
        this.arrivals = arrivals;
        this.pointing = pointing;
        this.outside = outside;
    }

    /** Which way each choice of the route goes as the record is now, as the engine's variables. */
    Map<String, Object> choices(RouteModel route, Subject subject) {
        return outside.choices(route, subject);
    }

    /** Follows the engine after it moved the run. */
    void follow(Run run, RouteVersion route, Answers answers, Actor actor) {
        var instance = Objects.requireNonNull(run.instance());
        var waits = engine.waiting(instance);
        var known = arrivals.openOf(run.id());
        withdrawGone(known, waits, actor);
        var raised = new ArrayList<TaskRaised>();
        var tasks = known.stream().map(Arrival::engineTask).collect(Collectors.toSet());
        for (var wait : waits) {
            if (!tasks.contains(wait.task())) {
                var node = route.model().node(wait.node());
                var event = pointing.arrive(new Pointing.At(run, route, node, wait.task(), actor));
                if (event != null) {
                    raised.add(event);
                }
            }
        }
        if (waits.isEmpty()) {
            end(run, route.model().node(engine.endOf(instance).orElseThrow()), answers, actor);
        } else {
            stand(run, route, actor);
        }
        raised.forEach(task -> outside.raised(task, run, route, actor));
    }

    /** A run carried over to another version while it pauses stands where the last stage before the pause is. */
    void restand(Run run, RouteVersion route, Actor actor) {
        var open = arrivals.openOf(run.id());
        if (open.stream().anyMatch(arrival -> arrival.stage() != null)) {
            return;
        }
        var order = new RouteOrder(route.model());
        order.nodes().reversed().stream()
                .filter(node -> node.stage() != null
                        && open.stream()
                                .anyMatch(arrival -> order.reachable(node.id()).contains(arrival.node())))
                .findFirst()
                .ifPresent(node -> outside.stands(
                        run.subject(),
                        new Standing(
                                new StageId(Objects.requireNonNull(node.stage())), route.version(), Set.of(), actor)));
    }

    /** A run carried over to another version goes on at other stages: it leaves those, and arrives at these. */
    void carried(Set<StageId> left, Set<StageId> entered, Run run, RouteVersion route, Actor actor) {
        var here = arrivals.openOf(run.id()).stream().map(Arrival::stage).toList();
        left.stream()
                .filter(stage -> !here.contains(stage))
                .forEach(stage -> outside.over(run.subject(), stage, actor));
        entered.forEach(stage -> outside.carried(stage, run, route, actor));
    }

    private void withdrawGone(List<Arrival> known, List<Engine.Wait> waits, Actor actor) {
        var waiting = waits.stream().map(Engine.Wait::task).collect(Collectors.toSet());
        known.stream()
                .filter(arrival -> !waiting.contains(arrival.engineTask()))
                .forEach(arrival -> withdraw(arrival, Arrivals.Ending.WITHDRAWN, actor));
    }

    /** Takes an open point back: it is no longer to be done. */
    void withdraw(Arrival arrival, Arrivals.Ending ending, Actor actor) {
        arrivals.leave(arrival.id(), new Leaving(ending, actor.user().id(), actor.at(), null));
        var stage = arrival.stage();
        if (ending == Arrivals.Ending.RETURNED && stage != null && !actor.following()) {
            outside.over(arrival.subject(), stage, actor);
        }
        if (arrival.kind() == Kind.POINT) {
            outside.tell(new TaskOver(arrival.id(), false, actor.user().id(), actor.at()));
        }
    }

    void told(Object event) {
        outside.tell(event);
    }

    private void end(Run run, Node end, Answers answers, Actor actor) {
        runs.end(run, RunRows.Ending.of(end.kind()), end.name(), actor.at());
        if (end.kind() == Kind.FAILURE) {
            outside.over(run.subject(), null, actor);
        }
        outside.ended(run.subject(), end, answers, actor);
    }

    private void stand(Run run, RouteVersion route, Actor actor) {
        var places = new HashMap<StageId, Integer>();
        route.model().stages().forEach(stage -> places.put(stage, places.size()));
        var here = arrivals.openOf(run.id()).stream()
                .map(Arrival::stage)
                .filter(Objects::nonNull)
                .min(java.util.Comparator.comparingInt(stage -> places.getOrDefault(stage, Integer.MAX_VALUE)));
        here.ifPresent(stage -> outside.stands(
                run.subject(),
                new Standing(stage, route.version(), new HashSet<>(arrivals.doneStages(run.id())), actor)));
    }
}
