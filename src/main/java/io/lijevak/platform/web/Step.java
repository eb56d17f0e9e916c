package io.lijevak.platform.web;

import org.jspecify.annotations.Nullable;

/**
 * A step of a wizard.
 *
 * @param state {@code done}, {@code now} or {@code ahead}
 * @param href where a done step is looked at again, null when it cannot be
 */
public record Step(String label, String state, @Nullable String href) {
    /** The step at {@code index} (from 0) of a wizard that stands at {@code now}. */
    public static Step of(String label, int index, int now) {
        return new Step(label, index < now ? "done" : index == now ? "now" : "ahead", null);
    }

    public boolean done() {
        return state.equals("done");
    }

    public boolean now() {
        return state.equals("now");
    }
}
