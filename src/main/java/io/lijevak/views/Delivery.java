package io.lijevak.views;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One edition for one person.
 *
 * @param skipped moments passed over before the edition
 * @param reason why the person was left out; null when that is not so
 * @param words what the server answered last
 * @param nextTry when it is tried again, while it waits
 */
public record Delivery(
        long id,
        long edition,
        Instant dueAt,
        int skipped,
        long person,
        String name,
        State state,
        @Nullable Reason reason,
        @Nullable String words,
        int attempts,
        Instant nextTry,
        @Nullable Instant doneAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        LEFT_OUT,
        REFUSED,
        FAILED;

        /** Whether it can be sent once more. */
        public boolean isOver() {
            return this != WAITING && this != SENDING;
        }
    }

    /** Why somebody is left out. */
    public enum Reason {
        /** Nobody signs in as the person any more. */
        DEACTIVATED,
        NO_ADDRESS,
        /** The address refused its mail several times. */
        ADDRESS_STOPPED,
        /** The view is not shared with the person any more. */
        NOT_SHARED,
        /** The right to see the page, or to take its answer along, is gone. */
        NO_RIGHT,
        /** The page does not understand the question any more. */
        UNREADABLE,
        /** There is nothing to ask of, such as no deal type. */
        NOTHING,
        /** A later edition took its place before it could be sent. */
        OVERTAKEN,
        /** The person stopped it meanwhile. */
        STOPPED
    }
}
