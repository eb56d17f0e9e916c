package io.lijevak.funnel;

/** Facts of any number of deals were written anew from deals and ledger, not because a deal changed. */
record FactsWritten() {}
