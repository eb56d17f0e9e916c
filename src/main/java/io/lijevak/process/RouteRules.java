package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What holds for every route, so that the engine can neither hang nor run in circles; each problem names its element. */
final class RouteRules {
    static final int MOST_NODES = 120;
    private static final int LONGEST_PAUSE = 366;
    private final RouteModel route;
    private final Map<String, FactType> facts;
    private final String field;
    private final List<FieldProblem> problems = new ArrayList<>();

    private RouteRules(RouteModel route, Map<String, FactType> facts, String field) {
        this.route = route;
        this.facts = facts;
        this.field = field;
    }

    /** Refuses a route that breaks a rule, with all problems at the field. */
    static void check(RouteModel route, Map<String, FactType> facts, String field) {
        var rules = new RouteRules(route, facts, field);
        rules.checkShape();
        if (rules.problems.isEmpty()) {
            rules.checkWays();
        }
        if (!rules.problems.isEmpty()) {
            throw new InvalidInput(rules.problems);
        }
    }

    private void checkShape() {
        if (route.of(Kind.START).size() != 1) {
            refuse("process.error.route.start", route.of(Kind.START).size());
        }
        if (route.of(Kind.POINT).isEmpty()) {
            refuse("process.error.route.noPoint");
        }
        if (route.nodes().size() > MOST_NODES) {
            refuse("process.error.route.large", MOST_NODES);
        }
        var ids = new HashSet<String>();
        route.nodes().stream()
                .filter(node -> !ids.add(node.id()))
                .forEach(node -> refuse("process.error.route.twice", node.id()));
        route.flows().stream()
                .filter(flow -> !ids.contains(flow.from()) || !ids.contains(flow.to()))
                .forEach(flow -> refuse("process.error.route.dangling", flow.id()));
        if (problems.isEmpty()) {
            route.nodes().forEach(this::checkNode);
        }
    }

    private void checkNode(Node node) {
        var in = route.to(node.id()).size();
        var out = route.from(node.id());
        switch (node.kind()) {
            case START -> demand(in == 0 && out.size() == 1, "process.error.route.oneWay", node);
            case POINT, JOIN -> demand(out.size() == 1, "process.error.route.oneWay", node);
            case PAUSE -> {
                demand(out.size() == 1, "process.error.route.oneWay", node);
                var days = node.pauseDays();
                demand(days != null && days >= 1 && days <= LONGEST_PAUSE, "process.error.route.pause", node);
            }
            case FORK -> demand(in == 1 && out.size() > 1, "process.error.route.fork", node);
            case CHOICE -> checkChoice(node, out);
            case SUCCESS, FAILURE -> demand(out.isEmpty(), "process.error.route.afterEnd", node);
        }
        if (node.kind() != Kind.CHOICE) {
            out.stream()
                    .filter(flow -> flow.condition() != null)
                    .forEach(flow -> refuse("process.error.route.stray", flow.id(), label(node)));
        }
    }

    private void checkChoice(Node node, List<Flow> out) {
        var otherwise = out.stream().filter(flow -> flow.condition() == null).count();
        demand(otherwise == 1, "process.error.route.otherwise", node);
        for (var flow : out) {
            if (flow.condition() != null) {
                Condition.problem(flow.condition(), facts)
                        .ifPresent(wrong -> refuse("process.error.route.condition", flow.id(), wrong));
            }
        }
    }

    private void checkWays() {
        var order = new RouteOrder(route);
        var known = order.reachable(route.start().id());
        route.nodes().stream()
                .filter(node -> !known.contains(node.id()))
                .forEach(node -> refuse("process.error.route.unreachable", label(node)));
        var ordered = new HashSet<>(order.nodes().stream().map(Node::id).toList());
        var circle = route.nodes().stream()
                .filter(node -> known.contains(node.id()) && !ordered.contains(node.id()))
                .toList();
        if (!circle.isEmpty()) {
            refuse("process.error.route.cycle", label(circle.getFirst()));
        }
        if (problems.isEmpty()) {
            order.nodes().stream().filter(node -> node.kind() == Kind.FORK).forEach(fork -> checkFork(fork, order));
            checkJoins(order);
            demandSuccess();
        }
    }

    private void demandSuccess() {
        if (route.of(Kind.SUCCESS).isEmpty()) {
            refuse("process.error.route.noSuccess");
        }
    }

    /** Branches meet all at one join, one way from each; nothing leads in or out between, but a failure ends all. */
    private void checkFork(Node fork, RouteOrder order) {
        var join = order.joinOf(fork);
        if (join.isEmpty() || route.to(join).size() != route.from(fork.id()).size()) {
            refuse("process.error.route.unjoined", label(fork));
            return;
        }
        var inside = order.inside(fork);
        var taken = new HashSet<String>();
        for (var branch : route.from(fork.id())) {
            var own = new HashSet<>(order.reachable(branch.to()));
            own.retainAll(inside);
            var overlaps = own.stream().anyMatch(id -> route.node(id).kind() != Kind.FAILURE && !taken.add(id));
            var arrivals = route.to(join).stream()
                    .filter(flow -> own.contains(flow.from()) || flow.id().equals(branch.id()))
                    .count();
            var leaves = own.stream().map(route::node).anyMatch(node -> node.kind() == Kind.SUCCESS);
            if (overlaps || arrivals != 1 || leaves || entersFromOutside(own, fork)) {
                refuse("process.error.route.unjoined", label(fork));
                return;
            }
        }
    }

    private boolean entersFromOutside(Set<String> own, Node fork) {
        return own.stream()
                .filter(id -> route.node(id).kind() != Kind.FAILURE)
                .flatMap(id -> route.to(id).stream())
                .anyMatch(flow -> !own.contains(flow.from()) && !flow.from().equals(fork.id()));
    }

    private void checkJoins(RouteOrder order) {
        var joined = route.of(Kind.FORK).stream().map(order::joinOf).toList();
        route.of(Kind.JOIN).stream()
                .filter(join -> joined.stream().filter(join.id()::equals).count() != 1)
                .forEach(join -> refuse("process.error.route.unforked", label(join)));
    }

    private void demand(boolean holds, String key, Node node) {
        if (!holds) {
            refuse(key, label(node));
        }
    }

    private void refuse(String key, Object... arguments) {
        problems.add(new FieldProblem(field, key, arguments));
    }

    private static String label(Node node) {
        return node.name().isBlank() ? node.id() : Objects.requireNonNull(node.name());
    }
}
