package io.lijevak.funnel;

/** Whose probability of a win expected revenue is counted by; all are shown side by side and never mixed. */
public enum WinChance {
    /** The one the process gives each stage. */
    TEMPLATE,
    /** The one that the company's own deals of the last two years tell. */
    OWN,
    /** What those who lead the deals estimate, deal by deal; deals without an estimate count nothing. */
    ESTIMATE
}
