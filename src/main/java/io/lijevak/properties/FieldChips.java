package io.lijevak.properties;

import io.lijevak.platform.FieldProblem;
import io.lijevak.platform.web.PageLink;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.springframework.stereotype.Component;

/** The conditions of a page's address: those in force in words, and what is wrong with the others. */
@Component
public class FieldChips {
    private final FieldConditions conditions;
    private final FieldWords words;
    private final PropertyOrders orders;

    FieldChips(FieldConditions conditions, FieldWords words, PropertyOrders orders) {
        this.conditions = conditions;
        this.words = words;
        this.orders = orders;
    }

    /** A condition in force, and the address without it. */
    public record Chip(String label, String value, String without) {}

    /**
     * What an address asks of fields.
     *
     * @param where what can be used
     * @param link the address without what cannot
     * @param orders by which properties the list may be sorted, and is
     */
    public record Read(
            Where where, PageLink link, List<Chip> chips, List<FieldProblem> problems, PropertyOrders.Orders orders) {
        /** An address whose conditions are kept, but not shown. */
        public static Read bare(PageLink link) {
            return new Read(Where.of(link.parameters()), link, List.of(), List.of(), PropertyOrders.Orders.NONE);
        }

        /** The same with problems that were found before. */
        public Read telling(List<FieldProblem> found) {
            return new Read(where, link, chips, found, orders);
        }

        /** The address that adds a condition to the named list. */
        public String adding(String list) {
            return beginning(link).at("/filters/" + list).toString();
        }
    }

    /** The list from its beginning; days of a period are called {@code from} too. */
    public static PageLink beginning(PageLink link) {
        return link.value("next").isEmpty() ? link.without("count") : link.without("next", "from", "count");
    }

    public Read of(RecordKind root, Where where, PageLink address, CurrentUser viewer) {
        var checked = conditions.check(root, where, viewer);
        var link = address.without(
                checked.problems().stream().map(FieldProblem::field).toArray(String[]::new));
        var chips = words.chips(root, checked.sound(), viewer).stream()
                .map(chip -> new Chip(
                        chip.label(),
                        chip.value(),
                        beginning(link).without(chip.parameter()).toString()))
                .toList();
        return new Read(
                checked.sound(), link, chips, checked.problems(), orders.orders(root, address.value("sort"), viewer));
    }
}
