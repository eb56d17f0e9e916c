package io.lijevak.funnel;

import java.util.Optional;

/**
 * Deals that stood equally long in a stage and left it in the same way, or stand there still.
 *
 * @param tenths of a day, 2.4 hours each
 */
record Stay(int tenths, Ending ending, long deals) {
    private static final long TENTH = 8_640;

    /** That of a deal read from the ledger; empty when its time is not known. */
    static Optional<Stay> of(Inclusion.Verdict verdict) {
        var seconds = verdict.seconds();
        return seconds == null
                ? Optional.empty()
                : Optional.of(new Stay((int) ((seconds + TENTH / 2) / TENTH), Ending.of(verdict.came()), 1));
    }

    /** How a stay ended; of one that goes on only its time so far is known. */
    enum Ending {
        ONWARD,
        LOST,
        BACK,
        GOES_ON;

        /** By an outcome of a visit. */
        static Ending of(String outcome) {
            return switch (outcome) {
                case "ADVANCED", "WON" -> ONWARD;
                case "LOST" -> LOST;
                case "RETURNED" -> BACK;
                default -> GOES_ON;
            };
        }

        /** By an outcome such as {@link FactRow#ADVANCED}. */
        static Ending of(int outcome) {
            return switch (outcome) {
                case FactRow.ADVANCED, FactRow.WON -> ONWARD;
                case FactRow.LOST -> LOST;
                case FactRow.RETURNED -> BACK;
                default -> GOES_ON;
            };
        }
    }
}
