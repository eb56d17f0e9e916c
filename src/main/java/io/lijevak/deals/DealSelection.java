package io.lijevak.deals;

import io.lijevak.users.CurrentUser;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;

/** Port: a selection of deals that another module can name by a key in the address of the list, such as a funnel cell. */
public interface DealSelection {
    /** The parameter of {@code /deals} that carries the key, such as {@code funnel}. */
    String parameter();

    /** The condition that holds for exactly the deals meant; an unreadable key selects none. */
    Condition select(String key, Field<Long> dealId, CurrentUser user);

    /** What the key means, in the viewer's language, for the chip above the list. */
    String words(String key, CurrentUser user);

    /** The page that says what the number behind the key is made of; empty where there is none. */
    default Optional<String> passport(String key) {
        return Optional.empty();
    }
}
