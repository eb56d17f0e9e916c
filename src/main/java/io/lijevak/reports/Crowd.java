package io.lijevak.reports;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import org.springframework.stereotype.Component;

/** Whether figures of the whole company may be shown to somebody without telling what single colleagues did. */
@Component
class Crowd {
    /** An average of fewer people than this would tell what each of them did. */
    static final int LEAST = 3;

    private final WorkOfReps work;

    Crowd(WorkOfReps work) {
        this.work = work;
    }

    /** To those who see all of them anyway, and to others when at least {@link #LEAST} people they do not see are in it. */
    boolean mayBeShown(PeopleQuestion question, CurrentUser user) {
        if (seesAll(user)) {
            return true;
        }
        var seen = work.seenBy(user, question).keySet();
        var unseen = work.ofAll(user, question).keySet().stream()
                .filter(person -> !seen.contains(person))
                .count();
        return unseen == 0 || unseen >= LEAST;
    }

    static boolean seesAll(CurrentUser user) {
        return user.scope(Resource.FUNNEL, Action.VIEW) == Scope.ALL
                && user.scope(Resource.DEAL, Action.VIEW) == Scope.ALL;
    }
}
