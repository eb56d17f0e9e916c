package io.lijevak.deals;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of a closed deal, with which the deal is finished. */
@Component
public class RecordResults {
    private static final int LONGEST = 4_000;
    private final Transitions transitions;
    private final Closings closings;
    private final DealJournal journal;
    private final List<PrimaryDemand> demand;

    RecordResults(Transitions transitions, Closings closings, DealJournal journal, List<PrimaryDemand> demand) {
        this.transitions = transitions;
        this.closings = closings;
        this.journal = journal;
        this.demand = demand;
    }

    /**
     * Refuses an open deal, results that are recorded already, a win without satisfaction, a primary demand of which
     * nobody says how much was satisfied, and one not wholly satisfied without a reason.
     */
    @Transactional
    public void of(DealId id, DealResults results, CurrentUser user) {
        var deal = transitions.begin(id, Seen.ANYTHING, user);
        if (deal.outcome() == DealOutcome.OPEN) {
            throw new Conflict("deals.error.open");
        }
        check(deal, results);
        if (!closings.record(deal, results, user)) {
            throw new Conflict("deals.error.results.recorded");
        }
        journal.write(user, id, "resultsRecorded", changes(results));
    }

    /** Whether the deal has a primary demand, of which its results must say how much was satisfied. */
    public boolean asksForDemand(DealId deal) {
        return demand.stream().anyMatch(each -> each.isRecorded(deal));
    }

    private void check(Deal deal, DealResults results) {
        var problems = new ArrayList<FieldProblem>();
        var satisfaction = results.satisfaction();
        if (satisfaction == null ? deal.outcome() == DealOutcome.WON : satisfaction < 1 || satisfaction > 5) {
            problems.add(new FieldProblem("satisfaction", "deals.error.results.satisfaction"));
        }
        if (results.learnt() != null && results.learnt().length() > LONGEST) {
            problems.add(new FieldProblem("learnt", "deals.error.title.long", LONGEST));
        }
        checkDemand(deal, results, problems);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        closings.checkAhead("nextNeed", results.nextNeed());
    }

    private void checkDemand(Deal deal, DealResults results, List<FieldProblem> problems) {
        var percent = results.demandPercent();
        if (percent == null ? asksForDemand(deal.id()) : percent < 0 || percent > 100) {
            problems.add(new FieldProblem("demandPercent", "deals.error.results.percent"));
        } else if (percent != null && percent < 100 && results.demandReason() == null) {
            problems.add(new FieldProblem("demandReason", "deals.error.results.reason"));
        }
    }

    private static Map<String, Change> changes(DealResults results) {
        var changes = new LinkedHashMap<String, Change>();
        changes.put("learnt", new Change(null, results.learnt()));
        changes.put("satisfaction", new Change(null, words(results.satisfaction())));
        changes.put("demandPercent", new Change(null, words(results.demandPercent())));
        changes.put("demandReason", new Change(null, results.demandReason()));
        changes.put("nextNeed", new Change(null, words(results.nextNeed())));
        return changes;
    }

    private static @Nullable String words(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
