package io.lijevak.deals;

import io.lijevak.deals.References.Kind;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a deal to another responsible person; visits keep the one of their time. */
@Component
public class AssignDeal {
    private final Transitions transitions;
    private final References references;
    private final DealHandover handover;

    AssignDeal(Transitions transitions, References references, DealHandover handover) {
        this.transitions = transitions;
        this.references = references;
        this.handover = handover;
    }

    /**
     * Refuses a person who is unknown or not active, and one outside the reach of the user's right. What the deal's process
     * asks of the responsible person is asked of the new one.
     *
     * @param all whether the tasks and planned contacts that the one before had about the deal go along
     */
    @Transactional
    public void to(@Nullable Long person, DealId id, Seen seen, boolean all, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        var before = deal.responsible();
        if (Objects.equals(before, person)) {
            return;
        }
        user.require(Resource.DEAL, Action.EDIT, person);
        var found = references.find(new References.Wanted(List.of(), Arrays.asList(before, person)));
        var target = found.get(Kind.PERSON, person);
        if (person != null && (target == null || !target.usable())) {
            throw InvalidInput.at("responsible", "deals.error.responsible.unknown");
        }
        deal.assignTo(person);
        var change = new Change(found.name(Kind.PERSON, before), found.name(Kind.PERSON, person));
        transitions.finish(deal, "assigned", Map.of("responsible", change), user);
        handover.from(before, person, all, id, user);
    }
}
