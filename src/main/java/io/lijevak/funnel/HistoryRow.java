package io.lijevak.funnel;

import java.util.List;

/**
 * A deal with its visits in their order: amounts in minor units, moments in microseconds since 1970, each {@link
 * Numbers#UNKNOWN} where it is not known.
 */
record HistoryRow(long id, long type, long owner, long source, long potential, long opened, List<Visit> visits) {
    static final int SKIPPED = 5;
    static final int SWITCHED = 6;
    /** Stands for the stage of deals whose type has none: their one visit is the whole deal. */
    static final long NO_STAGE = 0;

    /**
     * A visit to a stage.
     *
     * @param noted when it was recorded, where neither entry nor leaving is known
     * @param leftNoted when its leaving was recorded, where that is not known
     */
    record Visit(long stage, int outcome, long entered, long left, long noted, long leftNoted, long entry, long exit) {}

    /** The outcome whose name begins with these two letters. */
    static int outcome(int letters) {
        return switch (letters) {
            case 'S' << 8 | 'K' -> SKIPPED;
            case 'S' << 8 | 'W' -> SWITCHED;
            default -> FactRow.outcome((char) (letters >> 8));
        };
    }

    /** A deal whose type has no stages. */
    static Visit whole(int state, long opened, long closed, long created) {
        return new Visit(NO_STAGE, state, opened, closed, created, created, Numbers.UNKNOWN, Numbers.UNKNOWN);
    }

    void into(HistoryBuilder block) {
        block.deal(id, type, owner, source, potential, opened);
        visits.forEach(block::visit);
        block.end();
    }
}
