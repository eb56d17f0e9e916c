package io.lijevak.interactions;

import io.lijevak.deals.CreateDeal;
import io.lijevak.deals.DealId;
import io.lijevak.deals.NewDeal;
import io.lijevak.platform.Conflict;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a deal with an interaction: each knows of the other from then on. */
@Component
public class OpenDealFromInteraction {
    private final Interactions interactions;
    private final CreateDeal create;
    private final RecordInteraction record;
    private final InteractionRows rows;
    private final InteractionJournal journal;

    OpenDealFromInteraction(
            Interactions interactions,
            CreateDeal create,
            RecordInteraction record,
            InteractionRows rows,
            InteractionJournal journal) {
        this.interactions = interactions;
        this.create = create;
        this.record = record;
        this.rows = rows;
        this.journal = journal;
    }

    /** The contact planned next, at once with the deal. */
    public record Next(InteractionKind kind, Instant at, String subject) {}

    /** Refuses an interaction with which a deal has begun already, a note, and a deal that breaks a rule. */
    @Transactional
    public DealId as(NewDeal wanted, @Nullable Next next, InteractionId id, CurrentUser user) {
        var before = interactions.require(id, user);
        if (!before.kind().isContact()) {
            throw InvalidInput.at("kind", "interactions.error.dealFromNote");
        }
        if (before.openedDeal() != null) {
            throw new Conflict("interactions.error.opened", before.openedDeal().name());
        }
        var deal = create.with(wanted, user);
        if (!rows.opened(id, deal.value())) {
            throw new Conflict("interactions.error.openedMeanwhile");
        }
        journal.write(user, "opened", before, id);
        if (next != null) {
            plan(next, before, deal, wanted, user);
        }
        return deal;
    }

    private void plan(Next next, Interaction first, DealId deal, NewDeal wanted, CurrentUser user) {
        var occasion = Occasion.of(next.kind(), new Occasion.Parts(null, null, null, null, null));
        var contacts = wanted.terms().contact() == null
                ? java.util.List.<Long>of()
                : java.util.List.of(wanted.terms().contact());
        var circle =
                new InteractionFields.Circle(wanted.terms().customer(), deal.value(), contacts, java.util.List.of());
        var fields = new InteractionFields(
                occasion, next.at(), next.subject(), null, null, first.fields().importance(), circle, user.id());
        record.with(fields, InteractionState.PLANNED, null, user);
    }
}
