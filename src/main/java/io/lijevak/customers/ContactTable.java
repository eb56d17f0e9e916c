package io.lijevak.customers;

import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.val;

import io.lijevak.properties.OwnField;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.RecordTable;
import io.lijevak.properties.Relation;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contact persons, seen by whoever sees their customers. */
@Component
class ContactTable implements RecordTable {
    @Override
    public RecordKind kind() {
        return RecordKind.CONTACT;
    }

    @Override
    public String table() {
        return "contact_person";
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public Condition seen(String alias, CurrentUser viewer) {
        var owner = alias + "_of";
        var reached = Reach.of(viewer, Resource.CUSTOMER, Action.VIEW)
                .condition(RecordTable.column(owner, "responsible_id", Long.class));
        return RecordTable.column(alias, "customer_id", Long.class)
                .in(DSL.select(RecordTable.id(owner))
                        .from(DSL.table(DSL.name("customer")).as(owner))
                        .where(reached));
    }

    @Override
    public Condition found(String alias, String typed) {
        return lower(RecordTable.column(alias, "name", String.class))
                .contains(lower(val(typed.strip())))
                .and(RecordTable.column(alias, "archived_at", Object.class).isNull());
    }

    @Override
    public @Nullable String href(long id) {
        return null;
    }

    @Override
    public List<OwnField> fields() {
        return List.of(
                OwnField.text("name", "customers.field.contactName", "name"),
                OwnField.text("role", "customers.field.role", "role"),
                OwnField.text("note", "customers.field.note", "note"));
    }

    @Override
    public List<Relation> relations() {
        return List.of(Relation.to(RecordKind.CUSTOMER, "customer", "properties.target.CUSTOMER", "customer_id"));
    }
}
