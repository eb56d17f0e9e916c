package io.lijevak.deals;

import java.time.Instant;
import java.util.Optional;

/** Port: what a module knows to be planned for a deal, such as its tasks or planned interactions. */
public interface PlannedSteps {
    /** When the earliest of them is due; empty when nothing is planned. */
    Optional<Instant> earliest(DealId deal);
}
