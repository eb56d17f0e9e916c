package io.lijevak.funnel;

import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says where the difference in won amount between two funnels comes from, of the deals the asking person may see. */
@Component
public class ExplainDifference {
    private final ShowFunnel funnels;
    private final CompareFunnels comparisons;
    private final ReadOutcomes outcomes;
    private final ShowFunnel.Moments moments;

    ExplainDifference(
            ShowFunnel funnels, CompareFunnels comparisons, ReadOutcomes outcomes, ShowFunnel.Moments moments) {
        this.funnels = funnels;
        this.comparisons = comparisons;
        this.outcomes = outcomes;
        this.moments = moments;
    }

    /**
     * The difference of the question and the one it is compared with, the previous period unless the parameters say
     * otherwise; empty when there is no deal type. Open deals have won nothing, so their questions are refused.
     */
    public Optional<Difference> of(
            FunnelQuery query, Map<String, String> parameters, LocalDate today, CurrentUser user) {
        if (query.view() == FunnelView.ACTIVE || query.rule() == PeriodRule.SNAPSHOT) {
            throw InvalidInput.at("view", "funnel.error.difference.active");
        }
        var asked = new HashMap<>(parameters);
        asked.merge(Comparison.COMPARE, Comparison.PREVIOUS, (given, usual) -> given.isBlank() ? usual : given);
        return funnels.show(query, user)
                .flatMap(funnel -> comparisons.of(funnel, asked, today, user))
                .map(both -> explain(both, user));
    }

    private Difference explain(ComparedFunnels both, CurrentUser user) {
        var now = read(both.now(), user);
        var then = read(both.then(), user);
        var places = both.now().type().steps().size() + 1;
        return new Difference(both, Decomposition.of(then, now, places), now, then);
    }

    private Map<Long, Outcomes> read(Funnel funnel, CurrentUser user) {
        var zone = moments.companies().current().timeZone();
        return outcomes.of(Selection.of(
                funnel, zone, moments.seen().of(funnel.query().filter().where(), user)));
    }
}
