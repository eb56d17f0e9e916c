package io.lijevak.deals;

import io.lijevak.platform.SearchText;
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

/** Deals, for properties that refer to them and conditions on their lists and figures. */
@Component
class DealTable implements RecordTable {
    @Override
    public RecordKind kind() {
        return RecordKind.DEAL;
    }

    @Override
    public String table() {
        return "deal";
    }

    @Override
    public String name() {
        return "title";
    }

    @Override
    public Condition seen(String alias, CurrentUser viewer) {
        return Reach.of(viewer, Resource.DEAL, Action.VIEW)
                .condition(RecordTable.column(alias, "responsible_id", Long.class));
    }

    @Override
    public Condition found(String alias, String typed) {
        return RecordTable.column(alias, "search_text", String.class).like(SearchText.containing(typed));
    }

    @Override
    public String href(long id) {
        return "/deals/" + id;
    }

    @Override
    public List<OwnField> fields() {
        return List.of(
                OwnField.text("title", "deals.field.title", "title"),
                OwnField.row("type", "deals.field.type", "type_id", "deal_type"),
                OwnField.row("stage", "deals.field.stage", "stage_id", "stage"),
                OwnField.lowerWords(
                        "outcome", "deals.field.outcome", "outcome", "deals.outcome.", DealOutcome.values()),
                OwnField.money("potential", "properties.field.potential", "potential"),
                OwnField.day("expectedClose", "deals.field.expectedClose", "expected_close"),
                OwnField.moment("opened", "deals.field.opened", "opened_at"),
                OwnField.moment("closed", "deals.field.closed", "closed_at"),
                OwnField.row("source", "deals.field.source", "source_id", "customer_source"),
                OwnField.tree("reason", "deals.field.reason", "loss_reason_id", "loss_reason", "parent_id"),
                OwnField.row("competitor", "deals.field.competitor", "competitor_id", "competitor"));
    }

    @Override
    public List<Relation> relations() {
        return List.of(
                Relation.to(RecordKind.CUSTOMER, "customer", "deals.field.customer", "customer_id"),
                Relation.to(RecordKind.CONTACT, "contact", "deals.field.contact", "contact_person_id"),
                Relation.to(RecordKind.PERSON, "responsible", "deals.field.responsible", "responsible_id"),
                Relation.many(
                        RecordKind.PRODUCT,
                        "product",
                        "deals.field.lines",
                        new Relation.Link("deal_line", "deal_id", "product_id")));
    }
}
