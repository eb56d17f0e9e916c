package io.lijevak.deals;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds the earliest step planned for a deal in all modules and keeps it beside the deal. */
@Component
public class NextStep {
    private final List<PlannedSteps> sources;
    private final Attention attention;

    NextStep(List<PlannedSteps> sources, Attention attention) {
        this.sources = sources;
        this.attention = attention;
    }

    /** Called by a module after it changed what is planned, in the transaction of the change. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void refresh(DealId deal) {
        attention.nextStep(deal, earliest(deal).orElse(null));
    }

    private Optional<Instant> earliest(DealId deal) {
        return sources.stream()
                .flatMap(source -> source.earliest(deal).stream())
                .min(Comparator.naturalOrder());
    }
}
