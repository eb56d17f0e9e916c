package io.lijevak.customers;

import io.lijevak.platform.SearchTerm;
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

    @Override
    public List<String> orderedWithin() {
        return List.of("archived");
    }

    @Override
    public List<OwnField> fields() {
        return List.of(
                OwnField.text("name", "customers.field.name", "name"),
                OwnField.words("kind", "customers.field.kind", "kind", "customers.kind.", CustomerKind.values()),
                OwnField.words(
                        "lifecycle",
                        "customers.field.lifecycle",
                        "lifecycle",
                        "customers.lifecycle.",
                        Lifecycle.values()),
                OwnField.row("source", "customers.field.source", "source_id", "customer_source"),
                OwnField.rows(
                        "category",
                        "customers.field.categories",
                        new OwnField.Source.Rows("customer_in_category", "customer_id", "category_id"),
                        "customer_category"),
                OwnField.rows(
                        "segment",
                        "customers.field.segments",
                        new OwnField.Source.Rows("segment_member", "customer_id", "segment_id"),
                        "segment",
                        CustomerTable::usesSegment),
                OwnField.text("city", "customers.field.city", "city"),
                OwnField.text("postcode", "customers.field.postcode", "postcode"),
                OwnField.text("region", "customers.field.region", "region"),
                OwnField.text("country", "customers.field.country", "country"),
                OwnField.text("taxNumber", "customers.field.taxNumber", "tax_number"),
                OwnField.text("website", "customers.field.website", "website"),
                OwnField.text("note", "customers.field.note", "note"),
                OwnField.text("externalId", "customers.field.externalId", "external_id"),
                OwnField.moment("created", "customers.field.created", "created_at"),
                OwnField.moment("changed", "customers.field.changed", "changed_at"),
                OwnField.moment("lastContact", "customers.field.lastContact", "last_contact_at"));
    }

    private static Condition usesSegment(String alias, CurrentUser viewer) {
        return RecordTable.column(alias, "owner_id", Long.class)
                .eq(viewer.id())
                .or(RecordTable.column(alias, "shared", Boolean.class).isTrue());
    }

    @Override
    public String above() {
        return "parent_id";
    }

    @Override
    public List<Relation> relations() {
        return List.of(
                Relation.to(RecordKind.PERSON, "responsible", "customers.field.responsible", "responsible_id"),
                Relation.to(RecordKind.CUSTOMER, "parent", "customers.field.parent", "parent_id"),
                Relation.many(
                        RecordKind.CONTACT,
                        "contact",
                        "customers.field.contact",
                        new Relation.Link("contact_person", "customer_id", "id")));
    }
}
