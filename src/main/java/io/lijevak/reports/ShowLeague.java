package io.lijevak.reports;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import org.springframework.stereotype.Component;

/** Ranks the reps whose deals one may see, each measured against the average rep of the company. */
@Component
public class ShowLeague {
    private final WorkOfReps work;
    private final AskPeople people;
    private final Crowd crowd;

    ShowLeague(WorkOfReps work, AskPeople people, Crowd crowd) {
        this.work = work;
        this.people = people;
        this.crowd = crowd;
    }

    /** The league, without the average where that would tell of single people one may not see. */
    public League of(PeopleQuestion question, Weights weights, CurrentUser user) {
        user.require(Resource.FUNNEL, Action.VIEW);
        var seen = work.seenBy(user, question);
        var reps = seen.entrySet().stream()
                .map(entry -> new League.Rep(entry.getKey(), people.name(entry.getKey()), entry.getValue()))
                .toList();
        if (Crowd.seesAll(user)) {
            return League.of(reps, seen.values(), weights);
        }
        return crowd.mayBeShown(question, user)
                ? League.of(reps, work.ofAll(user, question).values(), weights)
                : League.of(reps, seen.values(), weights).withoutAverage();
    }
}
