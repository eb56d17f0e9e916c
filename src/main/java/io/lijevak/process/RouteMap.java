package io.lijevak.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The route of a run with what became of its nodes: what was passed, where it waits, what lies ahead, what was skipped.
 *
 * @param states of every node by its id
 * @param points where somebody did, does or may have to do something, in their order
 */
public record RouteMap(RouteVersion route, Map<String, State> states, List<Point> points) {
    public RouteMap {
        states = Map.copyOf(states);
        points = List.copyOf(points);
    }

    /** What became of a node. */
    public enum State {
        PASSED,
        CURRENT,
        FUTURE,
        SKIPPED;

        /** The word of the API. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A point on the map.
     *
     * @param arrival the last time the run came there, null when it did not
     * @param executor who has it, or did it
     * @param spent all its time there together
     */
    public record Point(
            RouteModel.Node node,
            State state,
            @Nullable Long arrival,
            @Nullable String executor,
            boolean fellToHead,
            @Nullable Duration spent,
            @Nullable Instant dueAt,
            @Nullable Instant leftAt,
            @Nullable Integer normDays,
            boolean overdue) {}

    public long count(State state) {
        return points.stream().filter(point -> point.state() == state).count();
    }

    public State state(String node) {
        return states.getOrDefault(node, State.FUTURE);
    }
}
