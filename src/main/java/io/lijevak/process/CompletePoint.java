package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.process.Arrivals.Ending;
import io.lijevak.process.Arrivals.Leaving;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what a process asks for at a point: the only way forward in an automatic process, for pages, inbox and API. */
@Component
public class CompletePoint {
    private final Arrivals arrivals;
    private final Subjects subjects;
    private final Requirements requirements;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CompletePoint(
            Arrivals arrivals,
            Subjects subjects,
            Requirements requirements,
            ApplicationEventPublisher events,
            Clock clock) {
        this.arrivals = arrivals;
        this.subjects = subjects;
        this.requirements = requirements;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Refuses when requirements are missing, with all of them; when somebody has completed it already; and anybody but
     * its executor and those who may change the record.
     *
     * @param answers to the inputs of what was missing, by their names
     * @param overrideReason why to go on although something is missing, null when nothing is to be overridden
     */
    @Transactional
    public void with(long point, Map<String, String> answers, @Nullable String overrideReason, CurrentUser user) {
        subjects.hold(arrivals.require(point).subject());
        var arrival = arrivals.require(point);
        if (!Objects.equals(arrival.executor(), user.id())) {
            subjects.require(arrival.subject(), Action.EDIT, user);
        }
        if (arrival.isOver()) {
            throw new Conflict("process.error.point.over", arrival.name());
        }
        var gate = arrival.gate();
        var overridden = gate != null && requirements.settle(gate, new Answers(answers, overrideReason), user);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ending = overridden ? Ending.OVERRIDDEN : Ending.DONE;
        if (!arrivals.leave(point, new Leaving(ending, user.id(), now, null))) {
            throw new Conflict("process.error.point.over", arrival.name());
        }
        events.publishEvent(new TaskOver(point, true, user.id(), now));
    }
}
