package io.lijevak.catalog.web;

import io.lijevak.catalog.ProductFilter;
import io.lijevak.catalog.ProductGroups;
import io.lijevak.catalog.ProductRow;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.Option;
import io.lijevak.platform.web.PageLink;
import io.lijevak.properties.FieldChips;
import java.util.List;

/** A page of the product list and the addresses that lead on. */
public record ProductListPage(FieldChips.Read own, ProductFilter filter, Slice<ProductRow> slice, int total)
        implements ListedPage {
    private static final int MOST_IN_ONE_TABLE = 200;

    @Override
    public PageLink link() {
        return own.link();
    }

    /** Beyond this many rows the next page takes the place of the table instead of growing it. */
    public boolean appends() {
        return to() % MOST_IN_ONE_TABLE != 0;
    }

    public static List<Option> options(List<ProductGroups.Group> groups) {
        return groups.stream().map(group -> Option.of(group.id(), group.name())).toList();
    }
}
