package io.lijevak.users;

import org.jspecify.annotations.Nullable;

/** Which people a list shows. */
public record PeopleFilter(
        @Nullable String term,
        @Nullable Role role,
        @Nullable Long team,
        State state) {

    /** Who works here now, who no longer does, or both. */
    public enum State {
        ACTIVE,
        DEACTIVATED,
        ALL
    }

    public static PeopleFilter active() {
        return new PeopleFilter(null, null, null, State.ACTIVE);
    }
}
