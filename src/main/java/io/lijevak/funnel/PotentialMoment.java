package io.lijevak.funnel;

/** Which amount of a deal counts, always in the company's currency. */
public enum PotentialMoment {
    /** The deal's amount now; of a closed deal the amount at closing. */
    CURRENT,
    /** The amount when the deal entered the stage. */
    ENTRY,
    /** The amount when the deal left the stage; of a visit that goes on, the amount now. */
    EXIT
}
