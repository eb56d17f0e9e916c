package io.lijevak.deals;

import io.lijevak.platform.InvalidInput;
import io.lijevak.process.DealTypeId;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an open deal one of another type; its visits so far stay. */
@Component
public class SwitchDeal {
    private final Transitions transitions;
    private final DealTypes types;
    private final DealProcess process;

    SwitchDeal(Transitions transitions, DealTypes types, DealProcess process) {
        this.transitions = transitions;
        this.types = types;
        this.process = process;
    }

    /** Goes to the given stage, else to the present one if the new type has it, else to its first. */
    @Transactional
    public void to(DealTypeId type, @Nullable StageId stage, DealId id, Seen seen, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        if (deal.type().equals(type)) {
            return;
        }
        var before = types.require(deal.type());
        var after = types.hold(type);
        if (!after.isOffered()) {
            throw InvalidInput.at("type", "deals.error.type.notAllowed", after.name());
        }
        deal.switchTo(after, stage, transitions.now());
        var change = new Change(before.name(), after.name());
        transitions.finish(deal, "switched", Map.of("type", change), user);
        process.stop(deal, user);
        process.begin(id, deal.ledger(), after, deal.stage(), user);
    }
}
