package io.lijevak.interactions;

import org.jspecify.annotations.Nullable;

/** What kind of contact it is, with what only this kind knows. */
public sealed interface Occasion {
    /** Something to remember; it is never planned. */
    record Note() implements Occasion {}

    /**
     * A call.
     *
     * @param number of a caller who is not matched with a customer yet
     */
    record Call(
            Direction direction,
            @Nullable String number,
            @Nullable Integer minutes) implements Occasion {}

    /** A meeting at a place, with an agenda. */
    record Meeting(
            @Nullable String place,
            @Nullable String agenda,
            @Nullable Integer minutes) implements Occasion {}

    /**
     * A record of an e-mail.
     *
     * @param address of a sender who is not matched with a customer yet
     */
    record Email(Direction direction, @Nullable String address) implements Occasion {}

    /** Who began it. */
    enum Direction {
        INCOMING,
        OUTGOING
    }

    default InteractionKind kind() {
        return switch (this) {
            case Note note -> InteractionKind.NOTE;
            case Call call -> InteractionKind.CALL;
            case Meeting meeting -> InteractionKind.MEETING;
            case Email email -> InteractionKind.EMAIL;
        };
    }

    default @Nullable Direction direction() {
        return switch (this) {
            case Call call -> call.direction();
            case Email email -> email.direction();
            case Note note -> null;
            case Meeting meeting -> null;
        };
    }

    /** The number or address of somebody not matched yet. */
    default @Nullable String counterpart() {
        return switch (this) {
            case Call call -> call.number();
            case Email email -> email.address();
            case Note note -> null;
            case Meeting meeting -> null;
        };
    }

    default @Nullable Integer minutes() {
        return switch (this) {
            case Call call -> call.minutes();
            case Meeting meeting -> meeting.minutes();
            case Note note -> null;
            case Email email -> null;
        };
    }

    default @Nullable String place() {
        return this instanceof Meeting meeting ? meeting.place() : null;
    }

    default @Nullable String agenda() {
        return this instanceof Meeting meeting ? meeting.agenda() : null;
    }

    /** The occasion that loose parts make; what its kind does not know is left out. */
    static Occasion of(InteractionKind kind, Parts parts) {
        var direction = parts.direction() == null ? Direction.OUTGOING : parts.direction();
        return switch (kind) {
            case NOTE -> new Note();
            case CALL -> new Call(direction, parts.counterpart(), parts.minutes());
            case MEETING -> new Meeting(parts.place(), parts.agenda(), parts.minutes());
            case EMAIL -> new Email(direction, parts.counterpart());
        };
    }

    /** What a form or a row holds of any kind; an outgoing direction is taken where none is given. */
    record Parts(
            @Nullable Direction direction,
            @Nullable String counterpart,
            @Nullable Integer minutes,
            @Nullable String place,
            @Nullable String agenda) {}
}
