package io.lijevak.funnel;

/** Who can count the deals of a funnel: all give the same answer. */
public enum Engine {
    /** SQL over facts or ledger: anything, of any past moment. */
    DATABASE,
    /** Columns in memory: as of now, what the facts themselves tell. */
    COLUMNS
}
