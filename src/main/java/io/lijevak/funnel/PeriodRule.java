package io.lijevak.funnel;

/** Which visits belong to a period; the chosen rule is printed in words under every chart. */
public enum PeriodRule {
    /** Deals opened in the period, followed to the as-of moment. */
    COHORT,
    /** Visits that touch the period. */
    OVERLAP,
    /** Deals won or lost in the period, with all their visits. */
    CLOSED,
    /** Deals open at the as-of moment, each in the stage where it stands; the period does not matter. */
    SNAPSHOT;

    public boolean usesPeriod() {
        return this != SNAPSHOT;
    }
}
