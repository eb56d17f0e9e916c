package io.lijevak.properties;

import io.lijevak.users.CurrentUser;
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
}
