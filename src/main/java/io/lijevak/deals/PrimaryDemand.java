package io.lijevak.deals;

/** Port: what a customer asked for at first, kept by the module that records it. */
public interface PrimaryDemand {
    /** Whether any is recorded on the deal, so that its results say how much of it was satisfied. */
    boolean isRecorded(DealId deal);
}
