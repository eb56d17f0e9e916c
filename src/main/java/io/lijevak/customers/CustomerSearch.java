package io.lijevak.customers;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.lijevak.platform.SearchTerm;
import org.jooq.Condition;
import org.jooq.Field;

/** Finds what belongs to customers by what the customers are found by: name, numbers and people. */
public final class CustomerSearch {
    private CustomerSearch() {}

    /** Whether the customer whose id the column holds is found by the term. */
    public static Condition finds(SearchTerm term, Field<Long> customer) {
        return customer.in(select(field(name("s", "id"), Long.class))
                .from(table(name("customer")).as("s"))
                .where(term.on(field(name("s", "search_text"), String.class))));
    }
}
