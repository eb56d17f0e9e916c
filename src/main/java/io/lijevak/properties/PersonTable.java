package io.lijevak.properties;

import io.lijevak.users.CurrentUser;
import io.lijevak.users.Role;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The people of the company, whom everybody who is signed in may name. */
@Component
class PersonTable implements RecordTable {
    @Override
    public RecordKind kind() {
        return RecordKind.PERSON;
    }

    @Override
    public String table() {
        return "person";
    }

    @Override
    public String name() {
        return "name";
    }

    @Override
    public Condition seen(String alias, CurrentUser viewer) {
        return DSL.trueCondition();
    }

    @Override
    public Condition found(String alias, String typed) {
        return DSL.lower(RecordTable.column(alias, "name", String.class)).contains(DSL.lower(DSL.val(typed.strip())));
    }

    @Override
    public String href(long id) {
        return "/people/" + id;
    }

    @Override
    public List<OwnField> fields() {
        return List.of(
                OwnField.text("name", "users.field.name", "name"),
                OwnField.row("team", "users.field.team", "team_id", "team"),
                OwnField.words("role", "users.field.role", "role", "users.value.role.", Role.values()));
    }

    @Override
    public String above() {
        return "head_id";
    }

    @Override
    public List<Relation> relations() {
        return List.of();
    }
}
