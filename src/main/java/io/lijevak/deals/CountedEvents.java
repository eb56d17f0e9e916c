package io.lijevak.deals;

import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/** Port: events of deals that another module keeps and reports count, such as meetings that were held. */
public interface CountedEvents {
    /** The kinds of events, with those that the viewer may see. */
    List<Kind> kinds(CurrentUser viewer);

    /**
     * A kind of events.
     *
     * @param key its name in addresses, of small letters and hyphens
     * @param labelKey message key of its name
     * @param rows one row an event, with the columns {@code deal_id} and {@code at}
     * @param ofPast whether it can be told of a past moment, by {@code at}
     * @param list the page that lists them all; it takes the parameters of {@link DealSelection}, and {@code until}, a day
     */
    record Kind(String key, String labelKey, Table<Record> rows, boolean ofPast, PageLink list) {}
}
