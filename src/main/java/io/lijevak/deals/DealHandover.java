package io.lijevak.deals;

import io.lijevak.process.HandOverPoints;
import io.lijevak.process.Subject;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes into the hands of the new responsible person together with a deal. */
@Component
public class DealHandover {
    private final HandOverPoints points;
    private final List<GoesWithDeal> things;
    private final DealJournal journal;

    DealHandover(HandOverPoints points, List<GoesWithDeal> things, DealJournal journal) {
        this.points = points;
        this.things = things;
        this.journal = journal;
    }

    /** How many tasks and planned contacts of their own somebody has about a deal. */
    public int open(DealId deal, @Nullable Long person) {
        return person == null
                ? 0
                : things.stream().mapToInt(thing -> thing.open(deal, person)).sum();
    }

    /**
     * Hands over what the process asks of the responsible person, and, when {@code all}, what the one before had planned;
     * tells it where the history of the deal is read.
     */
    void from(@Nullable Long before, @Nullable Long now, boolean all, DealId deal, CurrentUser user) {
        var asked = points.from(before, Subject.deal(deal.value()), user);
        var planned = all && before != null && now != null
                ? things.stream()
                        .mapToInt(thing -> thing.handOver(deal, before, now, user))
                        .sum()
                : 0;
        var changes = new LinkedHashMap<String, Change>();
        if (asked > 0) {
            changes.put("processTasks", new Change(null, Integer.toString(asked)));
        }
        if (planned > 0) {
            changes.put("plannedSteps", new Change(null, Integer.toString(planned)));
        }
        if (!changes.isEmpty()) {
            journal.write(user, deal, "handedOver", changes);
        }
    }
}
