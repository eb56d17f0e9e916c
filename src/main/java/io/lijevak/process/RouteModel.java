package io.lijevak.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The route of a process as our own data: points where somebody does something, choices, forks and joins, pauses, ends.
 * It has no cycles. The engine gets what is generated from it, never a file from outside.
 */
public record RouteModel(List<Node> nodes, List<Flow> flows) {
    public RouteModel {
        nodes = List.copyOf(nodes);
        flows = List.copyOf(flows);
    }

    /** What a node of a route is. */
    public enum Kind {
        START,
        POINT,
        CHOICE,
        FORK,
        JOIN,
        PAUSE,
        SUCCESS,
        FAILURE
    }

    /**
     * A node.
     *
     * @param id letters, digits and underscores, once in the route
     * @param stage where the record stands while the point is open
     * @param addressee who is to do it, as {@link Addressee} is written; null as the stage says
     * @param pauseDays how long a pause lasts
     * @param normDays in how many working days a point of no stage should be done
     * @param instruction how a point of no stage is done
     */
    public record Node(
            String id,
            Kind kind,
            String name,
            @Nullable Long stage,
            @Nullable String addressee,
            @Nullable Integer pauseDays,
            @Nullable Integer normDays,
            @Nullable String instruction) {

        public static Node of(String id, Kind kind, String name) {
            return new Node(id, kind, name, null, null, null, null, null);
        }

        public static Node point(String id, String name, StageId stage) {
            return new Node(id, Kind.POINT, name, stage.value(), null, null, null, null);
        }

        public boolean waits() {
            return kind == Kind.POINT || kind == Kind.PAUSE;
        }

        public boolean ends() {
            return kind == Kind.SUCCESS || kind == Kind.FAILURE;
        }
    }

    /**
     * A way from a node to another.
     *
     * @param condition when a choice goes this way, as {@link Condition} is written; null for the way taken otherwise
     */
    public record Flow(
            String id, String from, String to, @Nullable String condition) {}

    /** A straight route: a point for each step, won at the end. */
    public static RouteModel straight(List<Step> steps, String done) {
        var nodes = new ArrayList<Node>();
        nodes.add(Node.of("start", Kind.START, ""));
        steps.forEach(step -> nodes.add(Node.point("stage_" + step.stage(), step.name(), step.stage())));
        nodes.add(Node.of("done", Kind.SUCCESS, done));
        var flows = new ArrayList<Flow>();
        for (int index = 1; index < nodes.size(); index++) {
            flows.add(new Flow(
                    "way_" + index, nodes.get(index - 1).id(), nodes.get(index).id(), null));
        }
        return new RouteModel(nodes, flows);
    }

    public Node node(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the route has no node " + id));
    }

    public Optional<Node> find(String id) {
        return nodes.stream().filter(node -> node.id().equals(id)).findFirst();
    }

    public Node start() {
        return nodes.stream()
                .filter(node -> node.kind() == Kind.START)
                .findFirst()
                .orElseThrow();
    }

    public List<Flow> from(String node) {
        return flows.stream().filter(flow -> flow.from().equals(node)).toList();
    }

    public List<Flow> to(String node) {
        return flows.stream().filter(flow -> flow.to().equals(node)).toList();
    }

    public List<Node> of(Kind kind) {
        return nodes.stream().filter(node -> node.kind() == kind).toList();
    }

    /** Whether it is one line of points, so that the order of the steps says all about it. */
    public boolean straightLine() {
        return nodes.stream()
                .allMatch(
                        node -> node.kind() == Kind.START || node.kind() == Kind.POINT || node.kind() == Kind.SUCCESS);
    }

    /** Whether the node lies on a branch between a fork and its join. */
    boolean inFork(String node) {
        var order = new RouteOrder(this);
        return of(Kind.FORK).stream().anyMatch(fork -> order.inside(fork).contains(node));
    }

    /** The stages in the order the route comes to them, each once. */
    public List<StageId> stages() {
        return new RouteOrder(this)
                .nodes().stream()
                        .filter(node -> node.stage() != null)
                        .map(node -> new StageId(java.util.Objects.requireNonNull(node.stage())))
                        .distinct()
                        .toList();
    }
}
