package io.lijevak.funnel;

import static org.jooq.impl.DSL.field;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The deals that both the right to see the funnel and the right to see deals reach, so that no number counts a deal that
 * its list would not show: as a condition over the row {@code f}, and of the responsible person alone.
 */
record DealReach(Condition condition, Predicate<@Nullable Long> owners) {
    static DealReach of(CurrentUser user) {
        var responsible = field("f.responsible_id", Long.class);
        return new DealReach(
                Reach.of(user, Resource.FUNNEL, Action.VIEW)
                        .condition(responsible)
                        .and(Reach.of(user, Resource.DEAL, Action.VIEW).condition(responsible)),
                owner -> user.can(Resource.FUNNEL, Action.VIEW, owner) && user.can(Resource.DEAL, Action.VIEW, owner));
    }
}
