package io.lijevak.process;

import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of every node of a route, told from the points that were done and those that are open. */
final class RouteStates {
    private final RouteModel route;
    private final Map<String, State> marks;
    private final Set<String> visited;
    private final boolean over;
    private final @Nullable String end;

    /** Takes the points that were done or are open, and all that the run came to. */
    RouteStates(RouteModel route, Map<String, State> marks, Set<String> visited, Run run) {
        this.route = route;
        this.marks = marks;
        this.visited = visited;
        this.over = run.over();
        this.end = run.end();
    }

    Map<String, State> all() {
        var order = new RouteOrder(route);
        var ahead = ahead(order);
        var states = new HashMap<String, State>();
        for (var node : order.nodes()) {
            states.put(node.id(), state(node, ahead, states));
        }
        return states;
    }

    /** What can still be come to from where the run waits. */
    private Set<String> ahead(RouteOrder order) {
        var ahead = new HashSet<String>();
        marks.forEach((node, state) -> {
            if (state == State.CURRENT) {
                ahead.addAll(order.reachable(node));
                ahead.remove(node);
            }
        });
        return ahead;
    }

    private State state(Node node, Set<String> ahead, Map<String, State> before) {
        var mark = marks.get(node.id());
        if (mark == State.CURRENT) {
            return State.CURRENT;
        }
        if (!over && ahead.contains(node.id())) {
            return State.FUTURE;
        }
        if (mark == State.PASSED || node.kind() == Kind.START) {
            return State.PASSED;
        }
        if (node.waits()) {
            return marks.isEmpty() ? State.FUTURE : State.SKIPPED;
        }
        var come = route.to(node.id()).stream().map(Flow::from).map(before::get).anyMatch(State.PASSED::equals);
        return come && goesOn(node) ? State.PASSED : State.SKIPPED;
    }

    /** Whether the run went on from a node where nobody does anything: to the end it came to, or to a point it came to. */
    private boolean goesOn(Node node) {
        if (node.ends()) {
            return over && (end == null || end.equals(node.name()));
        }
        return route.from(node.id()).stream()
                .map(flow -> route.node(flow.to()))
                .anyMatch(next -> next.waits() ? visited.contains(next.id()) : goesOn(next));
    }
}
