package io.lijevak.deals;

import io.lijevak.users.CurrentUser;
import org.jspecify.annotations.Nullable;

/** Port: plans the first step of a new deal; a module that plans contributes it as a bean. */
public interface FirstStep {
    /** What was told of it, as it was typed. */
    record Told(@Nullable String title, @Nullable String due) {
        public boolean isSomething() {
            return title != null && !title.isBlank() || due != null && !due.isBlank();
        }
    }

    /**
     * Plans it, when something was told or the deal's type has rules, in the transaction of the creation; refuses at {@code nextTitle} and {@code nextDue} when it is told badly,
     * or not told although the deal's type demands one.
     */
    void plan(DealId deal, Told told, CurrentUser user);
}
