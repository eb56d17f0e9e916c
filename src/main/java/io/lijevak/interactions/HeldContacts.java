package io.lijevak.interactions;

import static org.jooq.impl.DSL.condition;

import io.lijevak.platform.Period;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Counts calls, meetings and e-mails that took place, by the people who answered for them or took part; notes are none. */
@Component
public class HeldContacts {
    private final DSLContext database;
    private final InteractionConditions conditions;

    HeldContacts(DSLContext database, InteractionConditions conditions) {
        this.database = database;
        this.conditions = conditions;
    }

    /**
     * What one person held.
     *
     * @param onWon calls, meetings and e-mails about deals that are won now
     */
    public record Row(long person, long calls, long meetings, long emails, long onWon) {
        public long all() {
            return calls + meetings + emails;
        }
    }

    /** Of each person, the contacts held in the period that the viewer may see: as many as the list of them has. */
    public List<Row> of(Period period, CurrentUser viewer) {
        var held = InteractionFilter.of(Map.of(
                "state",
                "held",
                "since",
                period.from().toString(),
                "until",
                period.to().toString()));
        var counted = conditions.of(held, viewer).and(condition("i.kind <> 'NOTE'"));
        return database.fetch("""
                select person, count(*) filter (where kind = 'CALL') as calls,
                  count(*) filter (where kind = 'MEETING') as meetings, count(*) filter (where kind = 'EMAIL') as emails,
                  count(*) filter (where outcome = 'WON') as on_won
                from (
                  select i.responsible_id as person, i.kind, d.outcome
                  from interaction i left join customer c on c.id = i.customer_id left join deal d on d.id = i.deal_id
                  where i.responsible_id is not null and {0}
                  union all
                  select p.person_id, i.kind, d.outcome
                  from interaction_person p join interaction i on i.id = p.interaction_id
                  left join customer c on c.id = i.customer_id left join deal d on d.id = i.deal_id
                  where p.person_id is distinct from i.responsible_id and {0}) held
                group by person order by person""", counted).into(Row.class);
    }
}
