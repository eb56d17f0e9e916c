package io.lijevak.reports;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;

import io.lijevak.users.CurrentUser;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a fair comparison needs: decided deals by rep and traits, and who led the stages of handed-over won deals. */
@Component
class ReadParts {
    private final DSLContext sql;
    private final ClosedDeals closed;

    private record Row(
            long person,
            @Nullable Long source,
            @Nullable Long category,
            int band,
            @Nullable Long takeover,
            long won,
            long decided) {
        Fairness.Part part() {
            var traits = new EnumMap<Fairness.Trait, String>(Fairness.Trait.class);
            traits.put(Fairness.Trait.SOURCE, Objects.toString(source, ""));
            traits.put(Fairness.Trait.CATEGORY, Objects.toString(category, ""));
            traits.put(Fairness.Trait.AMOUNT, Integer.toString(band));
            traits.put(Fairness.Trait.TAKEOVER, Objects.toString(takeover, ""));
            return new Fairness.Part(person, traits, won, decided);
        }
    }

    private record Led(long deal, long responsible, BigDecimal amount, long leader, long stages) {}

    ReadParts(DSLContext sql, ClosedDeals closed) {
        this.sql = sql;
        this.closed = closed;
    }

    /**
     * Decided deals: source, the customer's first category, quarter of the amounts (0 = not known), and the last stage
     * that somebody else led, before the present responsible person.
     */
    List<Fairness.Part> parts(PeopleQuestion question, CurrentUser eyes) {
        return sql
                .fetch("""
                select person, source, category, band, takeover, count(*) filter (where state = 'WON') as won,
                  count(*) as decided
                from (
                  select f.responsible_id as person, f.state, f.source_id as source,
                    c.category,
                    case when f.potential is null then 0
                      else ntile(4) over (partition by f.potential is null order by f.potential, f.deal_id) end as band,
                    {2} as takeover
                  from {1} left join (
                    select customer_id, min(category_id) as category from customer_in_category group by 1) c
                    on c.customer_id = f.customer_id
                  where {0}) deal
                group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5
                """, closed.of(question, eyes), closed.rows(question), ledBefore(question))
                .into(Row.class)
                .stream()
                .map(Row::part)
                .toList();
    }

    /** The stage of the last visit that somebody else led: the facts tell it of now. */
    private Field<?> ledBefore(PeopleQuestion question) {
        return closed.isPast(question)
                ? field("""
                        (select v.stage_id from stage_visit v where v.deal_id = f.deal_id
                           and v.responsible_id <> f.responsible_id and {0} order by v.seq desc limit 1)""", closed.before("coalesce(v.entered_at, v.left_at, v.recorded_at)", question))
                : field("f.led_before");
    }

    /** The won deals that changed hands, with who led their stages. */
    List<Handed> handed(PeopleQuestion question, CurrentUser eyes) {
        var deals = new LinkedHashMap<Long, Handed>();
        for (var row : led(question, eyes)) {
            deals.computeIfAbsent(
                            row.deal(), deal -> new Handed(deal, row.responsible(), row.amount(), new HashMap<>()))
                    .led()
                    .put(row.leader(), row.stages());
        }
        return List.copyOf(deals.values());
    }

    /** A stage is led by the responsible person of the last visit that went on from it, or won the deal in it. */
    private List<Led> led(PeopleQuestion question, CurrentUser eyes) {
        return sql.fetch(
                        """
                with handed as materialized (
                  select f.deal_id, f.responsible_id, f.potential from {1}
                  where {0} and {3} and f.state = 'WON' and f.potential is not null and exists (
                    select from stage_visit v where v.deal_id = f.deal_id and v.responsible_id <> f.responsible_id
                      and v.outcome in ('ADVANCED', 'WON') and {2}))
                select deal_id as deal, responsible_id as responsible, potential as amount, leader, count(*) as stages
                from (
                  select distinct on (h.deal_id, v.stage_id) h.deal_id, h.responsible_id, h.potential,
                    coalesce(v.responsible_id, h.responsible_id) as leader
                  from handed h join stage_visit v on v.deal_id = h.deal_id
                  where v.outcome in ('ADVANCED', 'WON') and {2} order by h.deal_id, v.stage_id, v.seq desc) stage
                group by 1, 2, 3, 4
                """,
                        closed.of(question, eyes),
                        closed.rows(question),
                        closed.before("coalesce(v.left_at, v.left_recorded_at)", question),
                        closed.isPast(question) ? noCondition() : condition("f.led_before is not null"))
                .into(Led.class);
    }
}
