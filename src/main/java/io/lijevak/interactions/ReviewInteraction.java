package io.lijevak.interactions;

import io.lijevak.users.Action;
import io.lijevak.users.AuditTrail;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Marks an interaction as looked at, or to be looked at again later. */
@Component
public class ReviewInteraction {
    private final Interactions interactions;
    private final InteractionRows rows;
    private final AuditTrail audit;
    private final Clock clock;

    ReviewInteraction(Interactions interactions, InteractionRows rows, AuditTrail audit, Clock clock) {
        this.interactions = interactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Says that somebody has looked at it; saying so twice changes nothing. */
    @Transactional
    public void done(InteractionId id, CurrentUser user) {
        var before = changeable(id, user);
        if (before.moments().reviewed() == null) {
            rows.review(id, null, clock.instant());
            audit.record(user, InteractionJournal.KIND, id.value(), "reviewed", Map.of());
        }
    }

    @Transactional
    public void later(InteractionId id, Instant moment, CurrentUser user) {
        changeable(id, user);
        rows.review(id, moment, null);
        var change = new AuditTrail.Change(null, moment.toString());
        audit.record(user, InteractionJournal.KIND, id.value(), "reviewLater", Map.of("review", change));
    }

    private Interaction changeable(InteractionId id, CurrentUser user) {
        var before = interactions.require(id, user);
        user.require(Resource.INTERACTION, Action.EDIT, before.fields().responsible());
        return before;
    }
}
