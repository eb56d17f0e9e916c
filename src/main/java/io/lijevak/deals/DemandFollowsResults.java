package io.lijevak.deals;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the results of a deal say of its demand as a whole holds for every line of which nobody said more. */
@Component
class DemandFollowsResults {
    private final Closings closings;
    private final DemandRows rows;

    DemandFollowsResults(Closings closings, DemandRows rows) {
        this.closings = closings;
        this.rows = rows;
    }

    @EventListener
    void on(ResultsRecorded recorded) {
        closings.of(recorded.deal()).map(DealResults.Closed::results).ifPresent(results -> {
            if (results.demandPercent() != null) {
                rows.satisfy(recorded.deal(), results.demandPercent(), results.demandReason());
            }
        });
    }
}
