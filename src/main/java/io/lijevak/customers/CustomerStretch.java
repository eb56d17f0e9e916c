package io.lijevak.customers;

import static org.jooq.impl.DSL.noCondition;

import io.lijevak.platform.OrderedSearch;
import io.lijevak.platform.SearchTerm;
import io.lijevak.properties.FieldConditions.Both;
import io.lijevak.properties.PropertyOrder;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list that has one order. A search lists the customers whose names begin with what was typed first, and
 * then the others; every other list is a single stretch.
 *
 * @param within what the index of the order can tell apart
 * @param found what else the customers must meet, as it finds them
 * @param walked the same as it is asked of one after another; both are null when there is nothing else
 */
record CustomerStretch(
        CustomerOrder order,
        Condition within,
        @Nullable Condition found,
        @Nullable Condition walked) {

    /**
     * The stretches of a list, one after another; from its end when backwards.
     *
     * @param property the order by a property: customers that have a value, then the others by name
     */
    static List<CustomerStretch> of(
            CustomerFilter filter,
            CurrentUser viewer,
            Both fields,
            boolean backwards,
            @Nullable PropertyOrder property) {
        if (property == null) {
            return inOwnOrder(filter, viewer, fields, backwards);
        }
        var typed = new SearchTerm(filter.term());
        var search = filter.term().isEmpty()
                ? noCondition()
                : typed.isShort() ? typed.begins(CustomerConditions.SEARCH) : typed.on(CustomerConditions.SEARCH);
        var value = property.field("c");
        var by = new CustomerOrder(CustomerOrder.Key.PROPERTY, viewer.language(), backwards, property);
        var byName = new CustomerOrder(CustomerOrder.Key.NAME, viewer.language(), backwards);
        var filled =
                of(filter, viewer, fields, by, value.isNotNull(), filter.term().isEmpty() ? null : search);
        var others = of(filter, viewer, fields, byName, noCondition(), search.and(value.isNull()));
        return backwards ? List.of(others, filled) : List.of(filled, others);
    }

    private static List<CustomerStretch> inOwnOrder(
            CustomerFilter filter, CurrentUser viewer, Both fields, boolean backwards) {
        var term = new SearchTerm(filter.term());
        var begins = term.begins(CustomerConditions.SEARCH);
        var inOrder = order(filter, viewer, backwards);
        if (filter.term().isEmpty()) {
            return List.of(of(filter, viewer, fields, inOrder, noCondition(), null));
        }
        var found = term.isShort() ? begins : term.on(CustomerConditions.SEARCH);
        if (filter.sort() != CustomerFilter.Sort.NAME || term.isNumber() && !term.isShort()) {
            return List.of(of(filter, viewer, fields, inOrder, noCondition(), found));
        }
        var byBeginning = new CustomerOrder(CustomerOrder.Key.BEGINNING, viewer.language(), backwards);
        var first = of(filter, viewer, fields, byBeginning, begins, null);
        if (term.isShort()) {
            return List.of(first);
        }
        var others = of(filter, viewer, fields, inOrder, noCondition(), found.and(begins.not()));
        return backwards ? List.of(others, first) : List.of(first, others);
    }

    private static CustomerStretch of(
            CustomerFilter filter,
            CurrentUser viewer,
            Both fields,
            CustomerOrder order,
            Condition stretch,
            @Nullable Condition search) {
        var within = CustomerConditions.archived(filter).and(stretch);
        return new CustomerStretch(
                order,
                within,
                and(CustomerConditions.narrowing(filter, viewer, fields, false), search),
                and(CustomerConditions.narrowing(filter, viewer, fields, true), search));
    }

    private static @Nullable Condition and(List<Condition> narrowing, @Nullable Condition search) {
        var all = Stream.concat(narrowing.stream(), Stream.ofNullable(search)).toList();
        return all.isEmpty() ? null : DSL.and(all);
    }

    /** At most so many ids beyond a place, in the order of the stretch. */
    Select<Record1<Long>> ids(@Nullable CustomerPlace place, int limit) {
        var search = new OrderedSearch("customer", "c", within, order.columns(), order.fields());
        var beyond = order.beyond(place);
        return found == null || walked == null
                ? search.page(beyond, limit)
                : search.page(List.of(found), walked, beyond, limit);
    }

    /** All that a customer of the stretch must meet. */
    Condition condition() {
        return found == null ? within : within.and(found);
    }

    private static CustomerOrder order(CustomerFilter filter, CurrentUser viewer, boolean backwards) {
        var key = switch (filter.sort()) {
            case NAME -> CustomerOrder.Key.NAME;
            case CREATED -> CustomerOrder.Key.CREATED;
            case CHANGED -> CustomerOrder.Key.CHANGED;
        };
        return new CustomerOrder(key, viewer.language(), backwards);
    }
}
