package io.lijevak.interactions;

import io.lijevak.platform.Conflict;
import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what became of a planned interaction, and plans one anew that did not take place. */
@Component
public class SettleInteraction {
    private final Interactions interactions;
    private final InteractionRows rows;
    private final ChangeInteraction.Finish finish;

    SettleInteraction(Interactions interactions, InteractionRows rows, ChangeInteraction.Finish finish) {
        this.interactions = interactions;
        this.rows = rows;
        this.finish = finish;
    }

    /**
     * What became of it.
     *
     * @param state anything but planned
     * @param at when it took place; null means as planned, or now when that is still to come
     */
    public record Settlement(
            InteractionState state,
            @Nullable Instant at,
            @Nullable String result,
            @Nullable Integer minutes) {}

    /** Refuses one that is settled already, one held without a result, a time to come, and a stale version. */
    @Transactional
    public Interaction as(Settlement settlement, InteractionId id, int version, CurrentUser user) {
        var before = changeable(id, user);
        if (!before.isPlanned()) {
            throw new Conflict("interactions.error.settled." + before.state().word());
        }
        var recorded = finish.recorded(user);
        var at = at(settlement, before, recorded.at());
        check(settlement, at, recorded.at());
        rows.update(id, version, settled(before.fields(), settlement, at));
        rows.settle(id, settlement.state(), recorded);
        rows.step(id, InteractionRows.Way.of(settlement.state()), at, recorded);
        return finish.with(settlement.state().word(), before, user);
    }

    /** Gives a planned one another time, or plans one anew that failed or was called off. */
    @Transactional
    public Interaction move(Instant at, InteractionId id, int version, CurrentUser user) {
        var before = changeable(id, user);
        refuseHeld(before);
        RecordInteraction.refuse(InteractionRules.timeProblems(at, true, finish.now()));
        var recorded = finish.recorded(user);
        rows.update(id, version, settled(before.fields(), new Settlement(before.state(), at, null, null), at));
        var way = before.isPlanned() ? InteractionRows.Way.MOVED : InteractionRows.Way.PLANNED;
        rows.plan(id, recorded);
        rows.step(id, way, at, recorded);
        return finish.with(before.isPlanned() ? "postponed" : "planned", before, user);
    }

    /** One that was held gets neither another time nor another result; its forms are refused like what they would send. */
    public static void refuseHeld(Interaction one) {
        if (one.state() == InteractionState.HELD) {
            throw new Conflict("interactions.error.settled.held");
        }
    }

    private Interaction changeable(InteractionId id, CurrentUser user) {
        var before = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, before.fields().responsible());
        return before;
    }

    private static Instant at(Settlement settlement, Interaction before, Instant now) {
        if (settlement.at() != null) {
            return settlement.at();
        }
        return settlement.state() == InteractionState.HELD && before.at().isAfter(now) ? now : before.at();
    }

    private static void check(Settlement settlement, Instant at, Instant now) {
        var problems = new ArrayList<FieldProblem>();
        if (settlement.state() == InteractionState.PLANNED) {
            throw InvalidInput.at("state", "interactions.error.state");
        }
        if (settlement.state() == InteractionState.HELD) {
            problems.addAll(InteractionRules.timeProblems(at, false, now));
            if (settlement.result() == null || settlement.result().isBlank()) {
                problems.add(new FieldProblem("result", "interactions.error.result"));
            }
        }
        RecordInteraction.refuse(problems);
    }

    private static InteractionFields settled(InteractionFields fields, Settlement settlement, Instant at) {
        var occasion = fields.occasion();
        var minutes = settlement.minutes() == null ? occasion.minutes() : settlement.minutes();
        var parts = new Occasion.Parts(
                occasion.direction(), occasion.counterpart(), minutes, occasion.place(), occasion.agenda());
        return new InteractionFields(
                Occasion.of(fields.kind(), parts),
                at,
                fields.subject(),
                fields.text(),
                settlement.result() == null ? fields.result() : settlement.result(),
                fields.importance(),
                fields.circle(),
                fields.responsible());
    }
}
