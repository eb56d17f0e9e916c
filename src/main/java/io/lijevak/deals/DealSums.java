package io.lijevak.deals;

import io.lijevak.platform.KeptAnswers;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import io.lijevak.users.Scope;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Sums over all deals of a filter, kept while no deal changes. Asked anew each time when the filter also looks at
 * customers, people or products, whose changes need not touch a deal.
 */
@Component
class DealSums {
    private final KeptAnswers answers;
    private final List<String> selections;

    private record Question(String sum, DealFilter filter, Scope scope, Set<Long> people) {}

    DealSums(KeptAnswers answers, List<DealSelection> selections) {
        this.answers = answers;
        this.selections = selections.stream().map(DealSelection::parameter).toList();
    }

    /** The sum of that name over the deals of the filter that the user may see. */
    <T> T get(String sum, DealFilter filter, CurrentUser user, Supplier<T> compute) {
        if (!filter.asksDealsAlone(selections)) {
            return compute.get();
        }
        var scope = user.scope(Resource.DEAL, Action.VIEW);
        var people = switch (scope) {
            case OWN -> Set.of(user.id());
            case TEAM -> user.people();
            case NONE, ALL -> Set.<Long>of();
        };
        return answers.get(new Question(sum, filter.bare(), scope, people), compute);
    }
}
