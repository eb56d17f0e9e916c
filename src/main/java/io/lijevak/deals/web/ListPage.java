package io.lijevak.deals.web;

import io.lijevak.deals.DealList;
import io.lijevak.deals.DealRow;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.PageLink;
import org.jspecify.annotations.Nullable;

/** A page of the list of deals: its rows, how many there are, and the addresses that lead on. */
public record ListPage(PageLink link, Filters filters, Slice<DealRow> slice, DealList.Totals totals) {

    /** How many rows come before this page. */
    public int from() {
        var from = link.value("from");
        return from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    public int to() {
        return from() + slice.items().size();
    }

    public @Nullable String next() {
        return slice.next() == null
                ? null
                : link.with("next", slice.next()).with("from", to()).toString();
    }

    /** What the address of a deal ends with, so that one can walk along this list from there. */
    public String walk() {
        return ListWalk.along(link, "newest").at("");
    }

    public String sorted(String word) {
        return link.without("next", "from")
                .with("sort", word.equals("newest") ? null : word)
                .toString();
    }

    public boolean isSorted(String word) {
        return link.value("sort").isEmpty()
                ? word.equals("newest")
                : link.value("sort").equals(word);
    }

    /** Where tasks for all deals of the list are made. */
    public String reminders() {
        return link.without("next", "from").at("/deals/reminders/new").toString();
    }

    public String export(String ending) {
        return link.without("next", "from").at("/deals/export." + ending).toString();
    }
}
