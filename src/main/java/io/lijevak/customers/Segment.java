package io.lijevak.customers;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A named list of customers.
 *
 * @param shared whether everybody who sees customers may use it; else only its owner
 * @param members how many of its customers the viewer sees; archived ones are not among them
 * @param source name of the {@link SegmentSource} it was last filled from, null before it was
 */
public record Segment(
        long id,
        String name,
        long owner,
        String ownerName,
        boolean shared,
        int version,
        Instant createdAt,
        long members,
        @Nullable String source) {

    /** How a segment is to be called, and whether others may use it. */
    public record Draft(String name, boolean shared) {}

    /** Its owner changes it, and an administrator what is shared. */
    public boolean isChangedBy(CurrentUser user) {
        return owner == user.id() || shared && user.may(Resource.SYSTEM, Action.EDIT);
    }

    /** A customer of a segment. */
    public record Member(
            long id,
            String name,
            @Nullable String city,
            @Nullable String responsible) {}

    /**
     * One time it was filled.
     *
     * @param source name of the {@link SegmentSource}
     * @param list address of the list
     * @param found how many customers the list led to, those that were in the segment before included
     * @param added how many came in
     * @param endedAt null while it goes on in the background
     */
    public record Filling(
            long id,
            long person,
            String personName,
            String source,
            String list,
            Instant begunAt,
            @Nullable Instant endedAt,
            int found,
            int added,
            @Nullable Instant undoneAt) {
        public boolean isOver() {
            return endedAt != null;
        }

        public boolean canBeUndone() {
            return isOver() && undoneAt == null && added > 0;
        }
    }
}
