package io.lijevak.interactions;

import io.lijevak.deals.DealSelection;
import io.lijevak.users.CurrentUser;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The interactions about the deals of a number of the funnel. */
@Component
class ContactsOfDeals implements InteractionSelection {
    private static final String FUNNEL = "funnel";
    private final List<DealSelection> selections;

    ContactsOfDeals(List<DealSelection> selections) {
        this.selections = selections.stream()
                .filter(selection -> selection.parameter().equals(FUNNEL))
                .toList();
    }

    @Override
    public String parameter() {
        return FUNNEL;
    }

    @Override
    public Condition select(String key, Field<Long> interactionId, CurrentUser user) {
        var deal = DSL.field(DSL.name("x", "deal_id"), Long.class);
        var ofDeals = selections.stream()
                .map(selection -> selection.select(key, deal, user))
                .reduce(DSL.falseCondition(), Condition::or);
        return interactionId.in(DSL.select(DSL.field(DSL.name("x", "id"), Long.class))
                .from(DSL.table("interaction x"))
                .where(ofDeals));
    }

    @Override
    public String words(String key, CurrentUser user) {
        return selections.stream()
                .map(selection -> selection.words(key, user))
                .findFirst()
                .orElse(key);
    }
}
