package io.lijevak.funnel;

import java.util.List;

/**
 * The facts of one deal as the database tells them: amounts in minor units, moments in microseconds since 1970, each
 * {@link Numbers#UNKNOWN} where it is not known.
 *
 * @param state a state of a deal: {@link #OPEN}, {@link #WON} or {@link #LOST}
 * @param stages those it entered
 */
record FactRow(
        long id,
        long type,
        int state,
        long owner,
        long source,
        long potential,
        long opened,
        long closed,
        List<Stage> stages) {
    static final int ADVANCED = 0;
    static final int WON = 1;
    static final int LOST = 2;
    static final int OPEN = 3;
    static final int RETURNED = 4;

    /**
     * A stage that the deal entered, by the outcome of its last visit there.
     *
     * @param stands whether the deal stands there, or did when it was closed
     * @param openSince entry of a visit that goes on
     */
    record Stage(long id, int outcome, long seconds, long entry, long exit, boolean stands, long openSince) {}

    /** The outcome or state of this name; by its first letter, as none of those that count share it. */
    static int outcome(char first) {
        return switch (first) {
            case 'A' -> ADVANCED;
            case 'W' -> WON;
            case 'L' -> LOST;
            case 'O' -> OPEN;
            case 'R' -> RETURNED;
            default -> throw new UnfitFacts("outcome " + first);
        };
    }

    /** Facts that columns cannot hold: the database answers then. */
    static final class UnfitFacts extends RuntimeException {
        UnfitFacts(String message) {
            super(message);
        }
    }

    void into(BlockBuilder block) {
        block.deal(id, type, state, owner, source, potential);
        for (var stage : stages) {
            block.stage(
                    stage.id(),
                    stage.outcome(),
                    stage.seconds(),
                    stage.entry(),
                    stage.exit(),
                    stage.stands(),
                    stage.openSince());
        }
        block.end(opened, closed);
    }
}
