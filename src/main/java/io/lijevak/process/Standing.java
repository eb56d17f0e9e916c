package io.lijevak.process;

import java.util.Set;

/**
 * Where a process stands.
 *
 * @param stage the earliest stage whose points are open
 * @param stepsVersion the version of the steps it follows
 * @param done stages whose points were done in this run, some of them maybe beside the way the record went
 */
public record Standing(StageId stage, int stepsVersion, Set<StageId> done, Actor actor) {
    public Standing {
        done = Set.copyOf(done);
    }
}
