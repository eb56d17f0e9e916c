package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.CustomerWorth.OpenDeals;
import io.lijevak.customers.References;
import io.lijevak.customers.References.Choice;
import io.lijevak.platform.Slice;
import io.lijevak.platform.web.ListWalk;
import io.lijevak.platform.web.ListedPage;
import io.lijevak.platform.web.PageLink;
import io.lijevak.platform.web.Ui;
import io.lijevak.properties.FieldChips;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A page of the customer list: what it shows, how many there are, and the addresses that lead on. */
public record ListPage(
        FieldChips.Read own,
        CustomerFilter filter,
        Slice<CustomerRow> slice,
        Map<Long, OpenDeals> worth,
        int counted,
        boolean exact)
        implements ListedPage {
    private static final int MOST_IN_ONE_TABLE = 200;

    public PageLink link() {
        return own.link();
    }

    /** What narrows the list, each to be taken away by itself. */
    public List<Chip> chips(Ui ui, References.All references) {
        return Stream.of(
                        chip(ui, "q", "customers.filter.term", filter.term()),
                        chip(ui, "kind", "customers.filter.kind", constant(ui, "kind", filter.kind())),
                        chip(
                                ui,
                                "lifecycle",
                                "customers.field.lifecycle",
                                constant(ui, "lifecycle", filter.lifecycle())),
                        chip(ui, "responsible", "customers.field.responsible", person(ui, references)),
                        chip(ui, "team", "customers.filter.team", name(references.teams(), filter.team())),
                        chip(ui, "source", "customers.field.source", name(references.sources(), filter.source())),
                        chip(
                                ui,
                                "category",
                                "customers.filter.category",
                                name(references.categories(), filter.category())),
                        chip(
                                ui,
                                "silent",
                                "customers.filter.silent",
                                filter.silent() == null ? "" : ui.t("customers.silent", filter.silent())),
                        chip(
                                ui,
                                "archived",
                                "customers.filter.archived",
                                filter.archived() ? ui.t("customers.filter.onlyArchived") : ""))
                .filter(chip -> !chip.value().isEmpty())
                .toList();
    }

    /** What the open deals of a row are worth to the viewer. */
    public OpenDeals worthOf(CustomerRow row) {
        return worth.getOrDefault(row.id(), OpenDeals.NONE);
    }

    /** What the address of a customer ends with, so that one can walk along this list from there. */
    public String walk() {
        return ListWalk.along(link(), CustomerFilter.Sort.NAME.name()).at("");
    }

    /** The address of the figures over exactly the customers of this list. */
    public String figures() {
        return link().without("next", "from", "count", "sort")
                .at("/customers/figures")
                .toString();
    }

    /** Whether the number of customers is only known to be large. */
    public boolean more() {
        return !exact && counted > CustomerList.COUNTED;
    }

    public String total(Ui ui) {
        return more() ? ui.f().number(CustomerList.COUNTED) + "+" : ui.f().number(counted);
    }

    @Override
    public @Nullable String next() {
        return slice.next() == null
                ? null
                : link().without("count")
                        .with("next", slice.next())
                        .with("from", to())
                        .toString();
    }

    /** Beyond this many rows the next page takes the place of the table instead of growing it. */
    public boolean appends() {
        return to() % MOST_IN_ONE_TABLE != 0;
    }

    public String counting() {
        return link().with("count", "exact").toString();
    }

    /** Where the customers of this list are put into a segment. */
    public String segment() {
        return link().without("next", "from", "count")
                .at("/segments/from/customers")
                .toString();
    }

    public String cleared() {
        return new PageLink(link().path(), java.util.Map.of("sort", link().value("sort"))).toString();
    }

    private Chip chip(Ui ui, String parameter, String label, String value) {
        return new Chip(
                ui.t(label),
                value,
                link().without(parameter, "next", "from", "count").toString());
    }

    private static String constant(Ui ui, String field, @Nullable Enum<?> constant) {
        return constant == null ? "" : ui.t("customers." + field + "." + constant.name());
    }

    private String person(Ui ui, References.All references) {
        var nobody = Long.valueOf(0).equals(filter.responsible());
        return nobody ? ui.t("customers.list.nobody") : name(references.people(), filter.responsible());
    }

    private static String name(List<Choice> choices, @Nullable Long id) {
        return choices.stream()
                .filter(choice -> id != null && choice.id() == id)
                .map(Choice::name)
                .findFirst()
                .orElse(id == null ? "" : "#" + id);
    }
}
