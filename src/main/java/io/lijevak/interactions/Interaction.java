package io.lijevak.interactions;

import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An interaction as it is stored, with the names of what it refers to. */
public record Interaction(
        InteractionId id,
        int version,
        InteractionState state,
        InteractionFields fields,
        Names names,
        Moments moments,
        @Nullable Named openedDeal,
        @Nullable Origin origin) {

    /** The stage that planned it when the deal came there, and whether it fell to a head as there was nobody else. */
    public record Origin(String stage, boolean fellToHead) {}

    /**
     * Names behind the ids of the fields.
     *
     * @param customerOwner responsible person of the customer, {@code dealOwner} that of the deal
     */
    public record Names(
            @Nullable Named customer,
            @Nullable Long customerOwner,
            @Nullable Named deal,
            @Nullable Long dealOwner,
            @Nullable String responsible,
            List<Named> contacts,
            List<Named> people) {}

    /** When it was written down, came into its state, is to be looked at again, was looked at. */
    public record Moments(
            Instant created,
            Instant state,
            @Nullable Instant review,
            @Nullable Instant reviewed) {}

    public InteractionKind kind() {
        return fields.kind();
    }

    public Instant at() {
        return fields.at();
    }

    public boolean isPlanned() {
        return state == InteractionState.PLANNED;
    }

    /** Planned for a time that has passed, without a result. */
    public boolean isOverdue(Instant now) {
        return isPlanned() && at().isBefore(now);
    }

    public boolean isToReview() {
        return moments.review() != null && moments.reviewed() == null;
    }

    /** Whether nobody knows yet which customer it was. */
    public boolean isUnmatched() {
        return fields.circle().customer() == null;
    }

    /** Whether a deal can begin with it. */
    public boolean beginsDeal() {
        return kind().isContact() && openedDeal == null && fields.circle().deal() == null;
    }

    /**
     * Whether the viewer may see it: the right reaches who answers for it, for its customer or for its deal, or the
     * viewer took part; and customer and deal may be seen.
     */
    public boolean isSeenBy(CurrentUser viewer) {
        var about = fields.circle();
        return viewer.may(Resource.INTERACTION, Action.VIEW)
                && (viewer.can(Resource.INTERACTION, Action.VIEW, fields.responsible())
                        || about.customer() != null
                                && viewer.can(Resource.INTERACTION, Action.VIEW, names.customerOwner())
                        || about.deal() != null && viewer.can(Resource.INTERACTION, Action.VIEW, names.dealOwner())
                        || about.people().contains(viewer.id()))
                && (about.customer() == null || viewer.can(Resource.CUSTOMER, Action.VIEW, names.customerOwner()))
                && (about.deal() == null || viewer.can(Resource.DEAL, Action.VIEW, names.dealOwner()));
    }

    /** Whether the viewer, who sees it, may change it. */
    public boolean isChangedBy(CurrentUser viewer) {
        return viewer.can(Resource.INTERACTION, Action.EDIT, fields.responsible());
    }
}
