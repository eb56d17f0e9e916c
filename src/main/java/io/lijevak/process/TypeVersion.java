package io.lijevak.process;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the steps of a deal type.
 *
 * @param madeAt when it was written, null where that is not known any more
 * @param madeBy who wrote it, null where that is not known or the installation did
 * @param running how many open deals follow it
 */
public record TypeVersion(
        int version, @Nullable Instant madeAt, @Nullable Author madeBy, int running, List<Change> changes) {
    public TypeVersion {
        changes = List.copyOf(changes);
    }

    /** Who wrote it. */
    public record Author(long id, String name) {}

    /** What is different from the version before. */
    public enum What {
        FIRST,
        ADDED,
        REMOVED,
        ORDER,
        NORM,
        PROBABILITY,
        ADDRESSEE,
        INSTRUCTION,
        FILES,
        REQUIREMENTS,
        EVENTS,
        ROUTE,
        NOTHING;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * One difference.
     *
     * @param stage name of the stage, null when the whole is meant
     */
    public record Change(
            What what,
            @Nullable String stage,
            @Nullable Integer before,
            @Nullable Integer after) {

        static Change of(What what, @Nullable String stage) {
            return new Change(what, stage, null, null);
        }
    }
}
