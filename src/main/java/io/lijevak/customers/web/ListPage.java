package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerRow;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import org.jspecify.annotations.Nullable;

/** A page of the customer list: what it shows, how many there are, and the addresses that lead on. */
public record ListPage(PageLink link, CustomerFilter filter, Slice<CustomerRow> slice, int counted, boolean exact) {
    private static final int MOST_IN_ONE_TABLE = 200;

    public int from() {
        var from = link.value("from");
        return from.matches("\\d{1,7}") ? Integer.parseInt(from) : 0;
    }

    public int to() {
        return from() + slice.items().size();
    }

    /** Whether the number of customers is only known to be large. */
    public boolean more() {
        return !exact && counted > CustomerList.COUNTED;
    }

    public String total(Ui ui) {
        return more() ? ui.f().number(CustomerList.COUNTED) + "+" : ui.f().number(counted);
    }

    public @Nullable String next() {
        return slice.next() == null
                ? null
                : link.without("count")
                        .with("next", slice.next())
                        .with("from", to())
                        .toString();
    }

    /** Beyond this many rows the next page takes the place of the table instead of growing it. */
    public boolean appends() {
        return to() % MOST_IN_ONE_TABLE != 0;
    }

    public String counting() {
        return link.with("count", "exact").toString();
    }

    public String export(String ending) {
        return link.without("next", "from", "count")
                .at("/customers/export." + ending)
                .toString();
    }

    public String cleared() {
        return new PageLink(link.path(), java.util.Map.of("sort", link.value("sort"))).toString();
    }

    /** The chosen filters as the values of the filter form. */
    public Form form() {
        return Form.of(link.parameters());
    }
}
