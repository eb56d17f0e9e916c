package io.lijevak.process;

import io.lijevak.process.RouteMap.State;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What became of every node of a route, told from the points that were done and those that are open. */
final class RouteStates {
    private final RouteModel route;
    private final Map<String, State> marks;
    private final boolean over;

    RouteStates(RouteModel route, Map<String, State> marks, boolean over) {
        this.route = route;
        this.marks = marks;
        this.over = over;
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
        return route.to(node.id()).stream().map(Flow::from).map(before::get).anyMatch(State.PASSED::equals)
                ? State.PASSED
                : State.SKIPPED;
    }
}
