package io.lijevak.tasks;

import io.lijevak.platform.Companies;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.worktime.Substitutes;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * Who may see a task and work on it: those whose rights reach its executor, its author, and whoever stands in for the
 * executor today.
 */
@Component
class TaskAccess {
    private final Substitutes substitutes;
    private final Companies companies;
    private final Clock clock;

    TaskAccess(Substitutes substitutes, Companies companies, Clock clock) {
        this.substitutes = substitutes;
        this.companies = companies;
        this.clock = clock;
    }

    void requireView(Task task, CurrentUser user) {
        if (!isAuthor(task, user)
                && !user.can(Resource.TASK, Action.VIEW, task.executorId())
                && !standsIn(task.executorId(), user)) {
            throw new AccessDeniedException("TASK.VIEW");
        }
    }

    /** Completing, postponing, handing over. */
    void requireWork(Task task, CurrentUser user) {
        if (!mayWork(task, user)) {
            throw new AccessDeniedException("TASK.EDIT");
        }
    }

    boolean mayWork(Task task, CurrentUser user) {
        return user.may(Resource.TASK, Action.EDIT)
                && (user.can(Resource.TASK, Action.EDIT, task.executorId())
                        || isAuthor(task, user)
                        || standsIn(task.executorId(), user));
    }

    /** Changing what was asked, checking it, withdrawing it: its author, and those above the author. */
    void requireAuthor(Task task, CurrentUser user) {
        if (!mayCheck(task, user)) {
            throw new AccessDeniedException("TASK.EDIT");
        }
    }

    boolean mayCheck(Task task, CurrentUser user) {
        return isAuthor(task, user) && user.may(Resource.TASK, Action.EDIT)
                || !isExecutor(task, user)
                        && task.authorId() != null
                        && user.can(Resource.TASK, Action.EDIT, task.authorId());
    }

    static boolean isAuthor(Task task, CurrentUser user) {
        return Objects.equals(task.authorId(), user.id());
    }

    static boolean isExecutor(Task task, CurrentUser user) {
        return Objects.equals(task.executorId(), user.id());
    }

    private boolean standsIn(@Nullable Long executor, CurrentUser user) {
        return executor != null
                && executor != user.id()
                && substitutes.standIn(executor, companies.current().today(clock)) == user.id();
    }
}
