package io.lijevak.process;

import io.lijevak.platform.Conflict;
import io.lijevak.process.Arrivals.Ending;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what a process asks for at a point: the only way forward in an automatic process, for pages, inbox and API. */
@Component
public class CompletePoint {
    private final Arrivals arrivals;
    private final Subjects subjects;
    private final PointAnswers pointAnswers;
    private final AdvanceRun advance;
    private final Clock clock;

    CompletePoint(Arrivals arrivals, Subjects subjects, PointAnswers pointAnswers, AdvanceRun advance, Clock clock) {
        this.arrivals = arrivals;
        this.subjects = subjects;
        this.pointAnswers = pointAnswers;
        this.advance = advance;
        this.clock = clock;
    }

    /**
     * Refuses when requirements are missing, with all of them; when somebody has completed it already; and anybody but
     * its executor and those who may change the record.
     *
     * @param answers to the inputs of what was missing, by their names
     * @param overrideReason why to go on although something is missing, null when nothing is to be overridden
     * @return what was completed, as it was before
     */
    @Transactional
    public Arrival with(long point, Map<String, String> answers, @Nullable String overrideReason, CurrentUser user) {
        subjects.hold(arrivals.require(point).subject());
        var arrival = arrivals.require(point);
        if (!Objects.equals(arrival.executor(), user.id())) {
            subjects.require(arrival.subject(), Action.EDIT, user);
        }
        if (arrival.isOver() || arrival.kind() != RouteModel.Kind.POINT) {
            throw new Conflict("process.error.point.over", arrival.name());
        }
        var given = new Answers(answers, overrideReason);
        var actor = new Actor(user, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var overridden = pointAnswers.settle(arrival, given, new Actor(subjects.doer(arrival, user), actor.at()));
        advance.from(arrival, overridden ? Ending.OVERRIDDEN : Ending.DONE, given, actor);
        return arrival;
    }
}
