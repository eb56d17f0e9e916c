package io.lijevak.customers;

import io.lijevak.platform.SearchTerm;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.RecordTable;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import org.jooq.Condition;
import org.springframework.stereotype.Component;

/** Customers, for properties that refer to them and conditions that go by way of them. */
@Component
class CustomerTable implements RecordTable {
    @Override
    public RecordKind kind() {
        return RecordKind.CUSTOMER;
    }

    @Override
    public String table() {
        return "customer";
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public Condition seen(String alias, CurrentUser viewer) {
        return Reach.of(viewer, Resource.CUSTOMER, Action.VIEW)
                .condition(RecordTable.column(alias, "responsible_id", Long.class));
    }

    @Override
    public Condition found(String alias, String typed) {
        return new SearchTerm(typed)
                .on(RecordTable.column(alias, "search_text", String.class))
                .and(RecordTable.column(alias, "archived_at", Object.class).isNull());
    }

    @Override
    public String href(long id) {
        return "/customers/" + id;
    }
}
