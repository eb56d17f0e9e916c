package io.lijevak.deals;

import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a deal to another stage of its type: forward, over stages that count as skipped, or back. */
@Component
public class MoveDeal {
    private final Transitions transitions;
    private final DealTypes types;

    MoveDeal(Transitions transitions, DealTypes types) {
        this.transitions = transitions;
        this.types = types;
    }

    /**
     * Refuses a stage the type does not have, a closed deal, and a deal that somebody has moved since it was seen.
     *
     * @return false when the deal stood at the stage already and nothing was written
     */
    @Transactional
    public boolean to(StageId target, DealId id, Seen seen, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        var now = types.hold(deal.type());
        var from = deal.stage();
        var then = from == null || now.indexOf(from) >= 0 ? now : types.require(deal.type(), deal.stepsVersion());
        if (!deal.moveTo(target, now, then, transitions.now())) {
            return false;
        }
        var change = new Change(name(then, from), name(now, target));
        transitions.finish(deal, "moved", Map.of("stage", change), user);
        return true;
    }

    private static @Nullable String name(DealType type, @Nullable StageId stage) {
        return stage == null ? null : type.step(stage).map(Step::name).orElse(null);
    }
}
