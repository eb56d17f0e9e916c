package io.lijevak.process;

import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How the nodes of a route lie: their order from the start, their ranks, what lies between a fork and its join. */
final class RouteOrder {
    private final RouteModel route;
    private final Map<String, Integer> ranks = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();

    RouteOrder(RouteModel route) {
        this.route = route;
        order();
    }

    /** From the start on, each after all that lead to it; without those no way leads to and those on a cycle. */
    List<Node> nodes() {
        return List.copyOf(nodes);
    }

    /** Length of the longest way from the start. */
    int rank(String node) {
        return ranks.getOrDefault(node, 0);
    }

    /** Everything that some way leads to from the node, itself included. */
    Set<String> reachable(String node) {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            var one = open.poll();
            if (seen.add(one)) {
                route.from(one).forEach(flow -> open.add(flow.to()));
            }
        }
        return seen;
    }

    /** The ends that can be come to from the node without anybody doing anything further. */
    Set<Kind> endsBehind(String node) {
        var ends = new HashSet<Kind>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        route.from(node).forEach(flow -> open.add(flow.to()));
        while (!open.isEmpty()) {
            var one = route.node(open.poll());
            if (one.ends()) {
                ends.add(one.kind());
            } else if (!one.waits() && seen.add(one.id())) {
                route.from(one.id()).forEach(flow -> open.add(flow.to()));
            }
        }
        return ends;
    }

    /** The choices that are made on the way from the node without anybody doing anything further. */
    List<Node> choicesBehind(String node) {
        var seen = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        route.from(node).forEach(flow -> open.add(flow.to()));
        while (!open.isEmpty()) {
            var one = route.node(open.poll());
            if (!one.waits() && seen.add(one.id())) {
                route.from(one.id()).forEach(flow -> open.add(flow.to()));
            }
        }
        return seen.stream()
                .map(route::node)
                .filter(one -> one.kind() == Kind.CHOICE)
                .toList();
    }

    /** Where a run that is to stand at the node begins: there, or at the fork whose branches it lies on. */
    Node entry(Node node) {
        return route.of(Kind.FORK).stream()
                .filter(fork -> inside(fork).contains(node.id()))
                .min(java.util.Comparator.comparingInt(fork -> rank(fork.id())))
                .orElse(node);
    }

    /** Every node between the fork and its join. */
    Set<String> inside(Node fork) {
        var join = joinOf(fork);
        var inside = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        route.from(fork.id()).forEach(flow -> open.add(flow.to()));
        while (!open.isEmpty()) {
            var one = open.poll();
            if (!one.equals(join) && inside.add(one)) {
                route.from(one).forEach(flow -> open.add(flow.to()));
            }
        }
        return inside;
    }

    /** The join where all branches of the fork meet: the first that each of them leads to. */
    String joinOf(Node fork) {
        Set<String> common = null;
        for (var flow : route.from(fork.id())) {
            var joins = new LinkedHashSet<String>();
            reachable(flow.to()).stream()
                    .filter(id -> route.node(id).kind() == Kind.JOIN)
                    .forEach(joins::add);
            if (common == null) {
                common = joins;
            } else {
                common.retainAll(joins);
            }
        }
        return common == null
                ? ""
                : common.stream()
                        .min(java.util.Comparator.comparingInt(this::rank))
                        .orElse("");
    }

    private void order() {
        var waiting = new HashMap<String, Integer>();
        var known = reachable(route.start().id());
        route.flows().stream()
                .filter(flow -> known.contains(flow.from()))
                .map(Flow::to)
                .forEach(to -> waiting.merge(to, 1, Integer::sum));
        var open = new ArrayDeque<>(List.of(route.start().id()));
        while (!open.isEmpty()) {
            var id = open.poll();
            nodes.add(route.node(id));
            for (var flow : route.from(id)) {
                ranks.merge(flow.to(), rank(id) + 1, Math::max);
                if (waiting.merge(flow.to(), -1, Integer::sum) == 0) {
                    open.add(flow.to());
                }
            }
        }
    }
}
