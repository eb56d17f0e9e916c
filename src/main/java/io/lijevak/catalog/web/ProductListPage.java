package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.catalog.ProductRow;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of the product list and the addresses that lead on. */
public record ProductListPage(PageLink link, ProductFilter filter, Slice<ProductRow> slice, int total) {
    private static final int MOST_IN_ONE_TABLE = 200;

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

    /** Beyond this many rows the next page takes the place of the table instead of growing it. */
    public boolean appends() {
        return to() % MOST_IN_ONE_TABLE != 0;
    }

    public String export(String ending) {
        return link.without("next", "from").at("/products/export." + ending).toString();
    }

    public Form form() {
        return Form.of(link.parameters());
    }

    public static List<Option> options(List<ProductGroups.Group> groups) {
        return groups.stream().map(group -> Option.of(group.id(), group.name())).toList();
    }
}
