package io.lijevak.customers;

import io.lijevak.users.CurrentUser;
import java.util.Map;
import org.jooq.Record1;
import org.jooq.Select;

/** Port: a list that leads to customers and that segments are filled from; its module contributes it as a bean. */
public interface SegmentSource {
    /** Its name in addresses. */
    String name();

    /** The address of the list, whose parameters narrow it. */
    String address();

    /** Message key of the title of the list. */
    String titleKey();

    /** What the viewer must have, as {@code RESOURCE.ACTION}. */
    String right();

    /** Refuses parameters that cannot be read, each by its name. */
    void check(Map<String, String> parameters);

    /** A row for each listed record that the user sees: the id of its customer, null when it has none. */
    Select<Record1<Long>> customers(Map<String, String> parameters, CurrentUser user);
}
