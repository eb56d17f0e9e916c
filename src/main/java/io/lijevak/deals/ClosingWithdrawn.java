package io.lijevak.deals;

import java.time.Instant;

/** A deal is open again, so that a closing no longer holds; published in the transaction of the reopening. */
public record ClosingWithdrawn(long closing, DealId deal, Instant at) {}
