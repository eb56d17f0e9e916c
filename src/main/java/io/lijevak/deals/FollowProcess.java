package io.lijevak.deals;

import io.lijevak.process.Actor;
import io.lijevak.process.Answers;
import io.lijevak.process.DealType;
import io.lijevak.process.DealTypes;
import io.lijevak.process.StageId;
import io.lijevak.process.Standing;
import io.lijevak.process.Step;
import io.lijevak.users.AuditTrail.Change;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes a deal where its process stands, and closes it when the process comes to its end; the deal is held already. */
@Component
class FollowProcess {
    private final Deals deals;
    private final DealTypes types;
    private final LossAnswers losses;
    private final DealJournal journal;
    private final Closings closings;

    FollowProcess(Deals deals, DealTypes types, LossAnswers losses, DealJournal journal, Closings closings) {
        this.deals = deals;
        this.types = types;
        this.losses = losses;
        this.journal = journal;
        this.closings = closings;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void to(DealId id, Standing standing) {
        var deal = deals.require(id);
        if (standing.stage().equals(deal.stage())
                && standing.stepsVersion() == deal.stepsVersion()
                && deal.outcome() == DealOutcome.OPEN) {
            return;
        }
        var before = types.require(deal.type(), deal.stepsVersion());
        var type = before.stepsVersion() == standing.stepsVersion()
                ? before
                : types.require(deal.type(), standing.stepsVersion());
        var from = deal.stage();
        if (deal.follow(
                standing.stage(), type, standing.done(), standing.actor().at())) {
            var changes = new LinkedHashMap<String, Change>();
            changes.put("stage", new Change(name(before, from), name(type, standing.stage())));
            changes.put(
                    "stepsVersion",
                    new Change(String.valueOf(before.stepsVersion()), String.valueOf(type.stepsVersion())));
            store(deal, before == type ? "moved" : "migrated", changes, standing.actor());
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(DealId id, boolean success, Answers answers, Actor actor) {
        var deal = deals.require(id);
        Map<String, Change> changes = new LinkedHashMap<>();
        var outcome = success ? DealOutcome.WON : DealOutcome.LOST;
        changes.put("outcome", new Change(deal.outcome().name(), outcome.name()));
        if (success) {
            deal.win(null, actor.at());
            store(deal, "won", changes, actor);
            closings.open(deal, null, actor.user());
        } else {
            var stated = losses.state(answers.given());
            changes.putAll(stated.loss().words());
            deal.lose(stated.loss().loss(), actor.at());
            store(deal, "lost", changes, actor);
            closings.open(deal, stated.winBack(), actor.user());
        }
    }

    private void store(Deal deal, String action, Map<String, Change> changes, Actor actor) {
        if (!deals.save(deal, new VisitRows.Recorded(actor.user().id(), actor.at()))) {
            throw new IllegalStateException("deal " + deal.id() + " was changed although it is held");
        }
        journal.write(actor.user(), deal.id(), action, changes);
    }

    private static @Nullable String name(DealType type, @Nullable StageId stage) {
        return stage == null ? null : type.step(stage).map(Step::name).orElse(null);
    }
}
