package io.lijevak.funnel;

import io.lijevak.properties.Where;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What two people must have in common to get the same answer; {@code people} has oneself negative. */
record SharedQuestion(Object query, Set<Scope> scopes, Set<Long> people) {
    /** Conditions on fields are answered to each person apart: what one sees of other records differs. */
    static SharedQuestion of(Object query, Where where, CurrentUser user) {
        var funnel = user.scope(Resource.FUNNEL, Action.VIEW);
        var deals = user.scope(Resource.DEAL, Action.VIEW);
        var scopes = Set.copyOf(List.of(funnel, deals));
        var people = new HashSet<Long>(scopes.contains(Scope.TEAM) ? user.people() : Set.of());
        if (scopes.contains(Scope.OWN) || !where.isEmpty()) {
            people.add(-user.id());
        }
        return new SharedQuestion(query, scopes, people);
    }
}
