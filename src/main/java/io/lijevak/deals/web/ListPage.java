package io.lijevak.deals.web;

import io.lijevak.deals.DealList;
import io.lijevak.deals.DealRow;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.PastDay;

/** A page of the list of deals: its rows, how many there are, and the addresses that lead on. */
public record ListPage(PageLink link, Filters filters, Slice<DealRow> slice, DealList.Totals totals, PastDay past)
        implements ListedPage {

    /** What the address of a deal ends with, so that one can walk along this list from there. */
    public String walk() {
        return past.isPast() ? "" : ListWalk.along(link, "newest").at("");
    }

    public String sorted(String word) {
        return beginning().with("sort", word.equals("newest") ? null : word).toString();
    }

    public boolean isSorted(String word) {
        return link.value("sort").isEmpty()
                ? word.equals("newest")
                : link.value("sort").equals(word);
    }

    /** Where tasks for all deals of the list are made. */
    public String reminders() {
        return at("/deals/reminders/new");
    }

    /** Where all deals of the list get another responsible person. */
    public String handover() {
        return at("/deals/handover/new");
    }

    /** Where the customers of all deals of the list are put into a segment. */
    public String segment() {
        return at("/segments/from/deals");
    }
}
