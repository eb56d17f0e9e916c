package io.lijevak.interactions;

import java.util.Locale;

/** Kinds of interactions, as lists and filters name them; {@link Occasion} holds what each kind knows. */
public enum InteractionKind {
    NOTE,
    CALL,
    MEETING,
    EMAIL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The symbol of the icon sprite. */
    public String icon() {
        return switch (this) {
            case NOTE -> "note";
            case CALL -> "phone";
            case MEETING -> "people";
            case EMAIL -> "mail";
        };
    }

    /** Whether somebody was in touch with the customer by it; a note is ours alone. */
    public boolean isContact() {
        return this != NOTE;
    }
}
