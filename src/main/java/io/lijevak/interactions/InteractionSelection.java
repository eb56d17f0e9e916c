package io.lijevak.interactions;

import io.lijevak.users.CurrentUser;
import org.jooq.Condition;
import org.jooq.Field;

/** Port: a selection of interactions that another module can name by a key in the address of the list, such as a number of a report. */
public interface InteractionSelection {
    /** The parameter of {@code /interactions} that carries the key, such as {@code report}. */
    String parameter();

    /** The condition that holds for exactly the interactions meant; an unreadable key selects none. */
    Condition select(String key, Field<Long> interactionId, CurrentUser user);

    /** What the key means, in the viewer's language, for the chip above the list. */
    String words(String key, CurrentUser user);
}
