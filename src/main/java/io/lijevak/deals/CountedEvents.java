package io.lijevak.deals;

import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.Record;
import org.jooq.Table;

/** Port: events and documents of deals that reports count, such as meetings that were held. */
public interface CountedEvents {
    /** The kinds of events, with those that the viewer may see. */
    List<Kind> kinds(CurrentUser viewer);

    /**
     * A kind of events.
     *
     * @param key its name in addresses, of small letters and hyphens
     * @param texts what the keys of its texts begin with: {@code <texts><key>} is its name, {@code <texts>title} the heading
     *     of all of them by stage, {@code <texts>definition} what they count
     * @param rows one row an event, with the columns {@code deal_id} and {@code at}
     * @param ofPast whether it can be told of a past moment, by {@code at}
     * @param list the page that lists them all; it takes the parameters of {@link DealSelection}, and {@code until}, a day
     */
    record Kind(String key, String texts, Table<Record> rows, boolean ofPast, PageLink list) {}
}
