package io.lijevak.deals;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;

import io.lijevak.platform.web.Texts;
import io.lijevak.users.CurrentUser;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The deals whose demand was not satisfied for a reason, so that a figure of the report opens exactly its deals. */
@Component
class UnmetSelection implements DealSelection {
    private final Texts texts;

    UnmetSelection(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String parameter() {
        return "unmet";
    }

    /** The deals of one reason; 0 for those of none. */
    @Override
    public Condition select(String key, Field<Long> dealId, CurrentUser user) {
        if (!key.matches("\\d{1,18}")) {
            return falseCondition();
        }
        return condition(
                "exists (select from deal_demand l where l.deal_id = {0} and l.satisfied < 100"
                        + " and coalesce(l.reason_id, 0) = {1})",
                dealId, inline(Long.valueOf(key)));
    }

    @Override
    public String words(String key, CurrentUser user) {
        return texts.get(user.language(), "deals.demand.unmet");
    }
}
