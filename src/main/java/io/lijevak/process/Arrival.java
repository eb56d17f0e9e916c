package io.lijevak.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A running process came to a point of its route.
 *
 * @param node the point in the model of the route
 * @param type the deal type whose steps the route follows, null for a process of another kind
 * @param version of the route; that of the steps when it follows a deal type
 * @param engineTask what the engine waits for there
 */
public record Arrival(
        long id,
        long run,
        Subject subject,
        @Nullable DealTypeId type,
        int version,
        String node,
        RouteModel.Kind kind,
        String name,
        @Nullable StageId stage,
        Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable Instant dueAt,
        @Nullable Long executor,
        boolean fellToHead,
        @Nullable String engineTask) {

    public boolean isOver() {
        return leftAt != null;
    }

    /** Where its requirements are asked; null when it follows no stage of a deal type. */
    public @Nullable Gate gate() {
        return type == null || stage == null ? null : new Gate(subject, type, version, stage);
    }
}
