package io.lijevak.deals;

/** How a stage visit ended. {@link #SKIPPED} visits were never stood in: entered and left at one moment. */
public enum VisitOutcome {
    OPEN,
    ADVANCED,
    WON,
    LOST,
    RETURNED,
    SKIPPED,
    SWITCHED
}
