package io.lijevak.complaints;

import io.lijevak.platform.Named;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A complaint with the names behind its ids, and where its process stands. */
public record Complaint(
        ComplaintId id,
        int version,
        ComplaintFields fields,
        Names names,
        Course course,
        @Nullable Waiting waiting) {

    /**
     * What the records are called.
     *
     * @param customerOwner who answers for the customer
     */
    public record Names(
            String process,
            String processName,
            Named customer,
            @Nullable Long customerOwner,
            @Nullable Named contact,
            @Nullable Named deal,
            @Nullable String responsible) {}

    /**
     * What came of it.
     *
     * @param endedAs what its process calls the end it came to, null when it was ended before or goes on
     */
    public record Course(
            Instant created,
            @Nullable Finding finding,
            @Nullable String reasons,
            @Nullable String compensation,
            @Nullable Instant closed,
            @Nullable String endedAs) {}

    /** The points where its process waits, and when the first of them is due. */
    public record Waiting(
            String points,
            @Nullable String executors,
            @Nullable Instant due) {}

    public boolean isOpen() {
        return course.closed() == null;
    }

    public boolean isOverdue(Instant now) {
        return isOpen()
                && waiting != null
                && waiting.due() != null
                && waiting.due().isBefore(now);
    }

    /** The rights on complaints reach who answers for one, and who answers for its customer may look at it. */
    public boolean isSeenBy(CurrentUser viewer) {
        return viewer.can(Resource.COMPLAINT, Action.VIEW, fields.responsible())
                || viewer.can(Resource.COMPLAINT, Action.VIEW, names.customerOwner());
    }

    public boolean isChangedBy(CurrentUser user) {
        return user.can(Resource.COMPLAINT, Action.EDIT, fields.responsible());
    }

    public boolean isEndedBy(CurrentUser user) {
        return user.can(Resource.COMPLAINT, Action.ARCHIVE, fields.responsible());
    }
}
