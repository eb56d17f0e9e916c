package io.lijevak.funnel;

import java.util.ArrayList;
import java.util.List;

/**
 * The facts of one deal as columns take them: amounts in minor units, moments in whole seconds since 1970, each {@link
 * Numbers#UNKNOWN} where it is not known.
 *
 * @param state a state of a deal: {@link #OPEN}, {@link #WON} or {@link #LOST}
 * @param ended of a closed deal its closing, of an open one the begin of the second after it entered its stage
 * @param borrow whether the part of a second at the opening is greater than that at the closing
 * @param stages those it entered; the one where it stands is the last
 * @param standing whether the last stage is where it stands
 */
record FactRow(
        long id,
        long type,
        int state,
        long owner,
        long source,
        long potential,
        long opened,
        long ended,
        boolean borrow,
        List<Stage> stages,
        boolean standing) {
    static final int ADVANCED = 0;
    static final int WON = 1;
    static final int LOST = 2;
    static final int OPEN = 3;
    static final int RETURNED = 4;

    /** A stage that the deal entered, by the outcome of its last visit there. */
    record Stage(long id, int outcome, long seconds, long entry, long exit) {}

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

    /** Gathers what the database tells of a deal. */
    static final class Gathered {
        private static final long SECOND = 1_000_000;
        private final long id;
        private final List<Stage> stages = new ArrayList<>(6);
        private long type;
        private int state;
        private long owner;
        private long source;
        private long potential;
        private long opened;
        private long closed;
        private long since = Numbers.UNKNOWN;
        private int standing = -1;

        Gathered(long id) {
            this.id = id;
        }

        /** The deal itself; moments in microseconds since 1970. */
        void deal(long itsType, int itsState, long itsOwner, long itsSource, long itsPotential) {
            type = itsType;
            state = itsState;
            owner = itsOwner;
            source = itsSource;
            potential = itsPotential;
        }

        void times(long openedAt, long closedAt) {
            opened = openedAt;
            closed = closedAt;
        }

        /** A stage that the deal entered; {@code openSince} in microseconds since 1970. */
        void stage(Stage stage, boolean stands, long openSince) {
            if (stands) {
                standing = stages.size();
            }
            if (openSince != Numbers.UNKNOWN) {
                since = openSince;
            }
            stages.add(stage);
        }

        FactRow row() {
            if (state != OPEN && stages.stream().anyMatch(stage -> stage.outcome() == OPEN)) {
                throw new UnfitFacts("deal " + id + " is closed and stands in a stage");
            }
            if (standing >= 0) {
                stages.add(stages.remove(standing));
            }
            var known = state != OPEN && closed != Numbers.UNKNOWN && opened != Numbers.UNKNOWN;
            var borrow = known && Math.floorMod(opened, SECOND) > Math.floorMod(closed, SECOND);
            var ended = state == OPEN ? ceil(since) : floor(closed);
            return new FactRow(
                    id,
                    type,
                    state,
                    owner,
                    source,
                    potential,
                    floor(opened),
                    ended,
                    borrow,
                    List.copyOf(stages),
                    standing >= 0);
        }

        private static long floor(long micros) {
            return micros == Numbers.UNKNOWN ? micros : Math.floorDiv(micros, SECOND);
        }

        private static long ceil(long micros) {
            return micros == Numbers.UNKNOWN ? micros : Math.ceilDiv(micros, SECOND);
        }
    }
}
