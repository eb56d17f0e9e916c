package io.lijevak.deals;

import io.lijevak.process.Answers;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.Gate;
import io.lijevak.process.Requirements;
import io.lijevak.process.StageId;
import io.lijevak.process.Step;
import io.lijevak.process.Subject;
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
    private final Requirements requirements;
    private final DealProcess process;

    MoveDeal(Transitions transitions, DealTypes types, Requirements requirements, DealProcess process) {
        this.transitions = transitions;
        this.types = types;
        this.requirements = requirements;
        this.process = process;
    }

    /**
     * Refuses a stage the type does not have, a closed deal, and a deal that somebody has moved since it was seen.
     *
     * @return false when the deal stood at the stage already and nothing was written
     */
    @Transactional
    public boolean to(StageId target, DealId id, Seen seen, CurrentUser user) {
        return to(target, id, seen, Answers.NONE, user);
    }

    /** The same with answers to what the stage demands before it is left forward. */
    @Transactional
    public boolean to(StageId target, DealId id, Seen seen, Answers answers, CurrentUser user) {
        var deal = transitions.begin(id, seen, user);
        var now = types.hold(deal.type());
        var from = deal.stage();
        var then = from == null || now.indexOf(from) >= 0 ? now : types.require(deal.type(), deal.stepsVersion());
        if (settled(deal, target, new Way(now, then), answers, user)) {
            deal = transitions.begin(id, Seen.ANYTHING, user);
        }
        if (!deal.moveTo(target, now, then, transitions.now())) {
            return false;
        }
        var change = new Change(name(then, from), name(now, target));
        transitions.finish(deal, "moved", Map.of("stage", change), user);
        process.moved(deal, now, user);
        return true;
    }

    /** The type as it is now, and as it was when the deal came to where it stands. */
    private record Way(DealType now, DealType then) {}

    /** Whether answers were taken, and so the deal may have changed. */
    private boolean settled(Deal deal, StageId target, Way way, Answers answers, CurrentUser user) {
        var from = deal.stage();
        if (from == null
                || !way.then().demanding()
                || !deal.mayMoveTo(target, way.now())
                || !Route.between(way.now(), way.then(), from, target).forward()) {
            return false;
        }
        var gate = new Gate(
                Subject.deal(deal.id().value()), deal.type(), way.then().stepsVersion(), from);
        requirements.settle(gate, answers, user);
        return !answers.given().isEmpty();
    }

    private static @Nullable String name(DealType type, @Nullable StageId stage) {
        return stage == null ? null : type.step(stage).map(Step::name).orElse(null);
    }
}
