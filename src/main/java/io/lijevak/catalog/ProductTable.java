package io.lijevak.catalog;

import io.lijevak.platform.SearchText;
import io.lijevak.properties.OwnField;
import io.lijevak.properties.RecordKind;
import io.lijevak.properties.RecordTable;
import io.lijevak.properties.Relation;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Products, for properties that refer to them and conditions that go by way of them. */
@Component
class ProductTable implements RecordTable {
    @Override
    public RecordKind kind() {
        return RecordKind.PRODUCT;
    }

    @Override
    public String table() {
        return "product";
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public Condition seen(String alias, CurrentUser viewer) {
        return viewer.may(Resource.PRODUCT, Action.VIEW) ? DSL.trueCondition() : DSL.falseCondition();
    }

    @Override
    public Condition found(String alias, String typed) {
        return RecordTable.column(alias, "search_text", String.class)
                .like(SearchText.containing(typed))
                .and(RecordTable.column(alias, "archived_at", Object.class).isNull());
    }

    @Override
    public String href(long id) {
        return "/products/" + id;
    }

    @Override
    public List<OwnField> fields() {
        return List.of(
                OwnField.text("name", "catalog.field.name", "name"),
                OwnField.text("code", "catalog.field.code", "code"),
                OwnField.row("group", "catalog.field.group", "group_id", "product_group"),
                OwnField.money("price", "catalog.field.price", "price"),
                OwnField.text("externalId", "catalog.field.externalId", "external_id"));
    }

    @Override
    public List<Relation> relations() {
        return List.of();
    }
}
