package io.lijevak.process;

import io.lijevak.worktime.WorkingTime;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When what a stage plans is due. */
@Component
class EventTerms {
    private final WorkingTime time;

    EventTerms(WorkingTime time) {
        this.time = time;
    }

    Instant end(StepEvent event, Instant from) {
        return switch (event.unit()) {
            case DAYS -> time.plusDays(from, event.due());
            case HOURS -> time.plusHours(from, event.due());
        };
    }
}
