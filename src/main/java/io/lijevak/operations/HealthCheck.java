package io.lijevak.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that must be in order.
 *
 * @param name names its texts: {@code operations.health.<name>} and {@code operations.health.<name>.state}
 * @param state arguments of the state's text
 * @param cure key of the text that says what to do; null when it is in order
 */
public record HealthCheck(
        String name, List<Object> state, @Nullable String cure) {
    public boolean isGood() {
        return cure == null;
    }

    static HealthCheck of(String name, boolean good, Object... state) {
        return new HealthCheck(name, List.of(state), good ? null : "operations.health." + name + ".cure");
    }
}
