package io.lijevak.reports;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sets the effort of the reps one may see against what they brought. */
@Component
public class ShowQuadrant {
    private final WorkOfReps work;
    private final AskPeople people;
    private final Crowd crowd;

    ShowQuadrant(WorkOfReps work, AskPeople people, Crowd crowd) {
        this.work = work;
        this.people = people;
        this.crowd = crowd;
    }

    /** Empty where the medians would tell of single people one may not see. */
    public Optional<Quadrant> of(PeopleQuestion question, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        if (!crowd.mayBeShown(question, user)) {
            return Optional.empty();
        }
        var reps = work.seenBy(user, question).entrySet().stream()
                .map(entry -> new League.Rep(entry.getKey(), people.name(entry.getKey()), entry.getValue()))
                .toList();
        return Optional.of(Quadrant.of(reps, work.ofAll(user, question).values(), days(question)));
    }

    /** The days of the period that are over, today included. */
    long days(PeopleQuestion question) {
        var period = question.begun();
        var last = period.to().isAfter(people.today()) && !period.from().isAfter(people.today())
                ? people.today()
                : period.to();
        return ChronoUnit.DAYS.between(period.from(), last) + 1;
    }
}
