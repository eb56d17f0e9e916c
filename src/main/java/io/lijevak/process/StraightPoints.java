package io.lijevak.process;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.process.RouteModel.Flow;
import io.lijevak.process.RouteModel.Kind;
import io.lijevak.process.RouteModel.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The route of a process about other records as the names of its points in their order, as long as it has no choices. */
final class StraightPoints {
    private static final int NAME = 120;
    private static final String FIELD = "steps";

    private StraightPoints() {}

    /** The names in their order; empty where the route has more than a line, or two points of one name. */
    static Optional<List<String>> names(RouteModel route) {
        if (!route.straightLine()) {
            return Optional.empty();
        }
        var names = new RouteOrder(route)
                .nodes().stream()
                        .filter(node -> node.kind() == Kind.POINT)
                        .map(Node::name)
                        .toList();
        return names.size() == new HashSet<>(names).size() ? Optional.of(names) : Optional.empty();
    }

    /**
     * One line of points; a point of the same name as before stays the same point with all it says.
     *
     * @param version of the route that is made
     * @param done what its end is called where there is none before
     */
    static RouteModel route(List<String> given, @Nullable RouteModel before, int version, String done) {
        var names = given.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        check(names);
        var nodes = new ArrayList<Node>();
        nodes.add(Node.of("start", Kind.START, ""));
        for (var name : names) {
            nodes.add(named(name, before)
                    .orElseGet(() -> Node.of("step_" + version + "_" + nodes.size(), Kind.POINT, name)));
        }
        nodes.add(end(before).orElseGet(() -> Node.of("done", Kind.SUCCESS, done)));
        var flows = new ArrayList<Flow>();
        for (int index = 1; index < nodes.size(); index++) {
            flows.add(new Flow(
                    "way_" + index, nodes.get(index - 1).id(), nodes.get(index).id(), null));
        }
        return new RouteModel(nodes, flows);
    }

    private static Optional<Node> named(String name, @Nullable RouteModel before) {
        return before == null
                ? Optional.empty()
                : before.of(Kind.POINT).stream()
                        .filter(point -> point.name().equals(name))
                        .findFirst();
    }

    private static Optional<Node> end(@Nullable RouteModel before) {
        return before == null
                ? Optional.empty()
                : before.of(Kind.SUCCESS).stream().findFirst();
    }

    private static void check(List<String> names) {
        var problems = new ArrayList<FieldProblem>();
        if (names.isEmpty()) {
            problems.add(new FieldProblem(FIELD, "process.error.route.noPoint"));
        }
        if (names.size() > RouteRules.MOST_NODES - 2) {
            problems.add(new FieldProblem(FIELD, "process.error.route.large", RouteRules.MOST_NODES));
        }
        if (names.stream().anyMatch(name -> name.length() > NAME)) {
            problems.add(new FieldProblem(FIELD, "process.error.point.name", NAME));
        }
        var seen = new HashSet<String>();
        names.stream()
                .filter(name -> !seen.add(name))
                .distinct()
                .forEach(name -> problems.add(new FieldProblem(FIELD, "process.error.route.twice", name)));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }
}
