package io.lijevak.funnel;

/**
 * Deals that stood equally long in a stage and left it in the same way, or stand there still.
 *
 * @param tenths of a day, 2.4 hours each
 */
record Stay(int tenths, Ending ending, long deals) {
    /** How a stay ended; of one that goes on only its time so far is known. */
    enum Ending {
        ONWARD,
        LOST,
        BACK,
        GOES_ON;

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
