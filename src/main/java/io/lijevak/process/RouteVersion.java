package io.lijevak.process;

import org.jspecify.annotations.Nullable;

/**
 * A version of a process with its route.
 *
 * @param process {@code deal-type-7}, or the name of a process of another kind
 * @param type the deal type whose steps it follows, null for a process of another kind
 * @param definition what the engine calls it, null before the first run
 */
public record RouteVersion(
        long id,
        String process,
        int version,
        @Nullable DealTypeId type,
        RouteModel model,
        @Nullable String definition) {

    /** Its name in BPMN and for the engine. */
    public String key() {
        return process.replace('-', '_') + "_v" + version;
    }
}
