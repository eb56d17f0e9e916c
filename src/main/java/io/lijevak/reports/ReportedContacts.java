package io.lijevak.reports;

import static org.jooq.impl.DSL.condition;

import io.lijevak.interactions.InteractionSelection;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The contacts behind numbers of the league table: all but notes, or those about deals that are won. */
@Component
class ReportedContacts implements InteractionSelection {
    static final String ALL = "contacts";
    static final String ON_WON = "won";
    private final Texts texts;

    ReportedContacts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String parameter() {
        return "report";
    }

    @Override
    public Condition select(String key, Field<Long> interactionId, CurrentUser user) {
        var contact = condition("{0} in (select x.id from interaction x where x.kind <> 'NOTE')", interactionId);
        return switch (key) {
            case ALL -> contact;
            case ON_WON -> contact.and(condition("""
                        {0} in (select x.id from interaction x join deal y on y.id = x.deal_id where y.outcome = 'WON')
                        """, interactionId));
            default -> DSL.falseCondition();
        };
    }

    @Override
    public String words(String key, CurrentUser user) {
        return key.equals(ALL) || key.equals(ON_WON) ? texts.get(user.language(), "reports.contacts." + key) : key;
    }
}
