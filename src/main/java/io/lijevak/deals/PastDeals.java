package io.lijevak.deals;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/**
 * The deals as they stood at a past moment, as a relation with the columns of {@code deal}, so that filters, orders and
 * sums of the present list hold for it. Stage, outcome, amount, expected close, opening and closing are those of then;
 * title, customer, responsible person and source those of now. Amounts are in the management currency.
 */
final class PastDeals {
    private static final String KNOWN_NOW = """
            (select d.id, d.title, d.search_text, d.external_id, d.type_id, v.stage_id, o.outcome, d.customer_id,
               d.contact_person_id, d.responsible_id, d.source_id, a.potential, a.potential as amount,
               (select currency from company) as currency, a.expected_close, d.opened_at,
               case when o.outcome = 'OPEN' then null else coalesce(v.left_at, d.closed_at) end as closed_at,
               case when o.outcome = 'LOST' and d.outcome = 'LOST' then d.loss_reason_id end as loss_reason_id,
               case when o.outcome = 'LOST' and d.outcome = 'LOST' then d.competitor_id end as competitor_id,
               d.properties, d.version, d.steps_version, v.entered_at, v.stands is distinct from false as stands
             from deal d
             left join lateral (
               select v.stage_id, v.entered_at, v.left_at, v.entry_potential, v.outcome,
                 coalesce(v.left_at, v.left_recorded_at) < {0} as over,
                 v.outcome = 'OPEN' or coalesce(v.left_at, v.left_recorded_at) >= {0} as stands
               from stage_visit v
               where v.deal_id = d.id and coalesce(v.entered_at, v.left_at, v.recorded_at) < {0}
               order by v.seq desc limit 1) v on true
             cross join lateral (
               select case when v.stage_id is not null
                   then case when v.over and v.outcome in ('WON', 'LOST') then v.outcome else 'OPEN' end
                 when coalesce(d.closed_at, d.created_at) < {0} then d.outcome else 'OPEN' end as outcome) o
             left join lateral (
               select p.potential, p.expected_close, true as kept
               from deal_past p where p.deal_id = d.id and p.known_until >= {0} order by p.known_from limit 1) p on true
             cross join lateral (
               select case when p.kept then p.potential
                   when d.known_since is null then coalesce(v.entry_potential, d.potential) else d.potential end as potential,
                 case when p.kept then p.expected_close else d.expected_close end as expected_close) a
             where {1} and (v.stage_id is not null
               or coalesce(d.opened_at, d.closed_at, d.created_at) < {0}
                 and not exists (select from stage_visit w where w.deal_id = d.id))) d""";

    private static final String KNOWN_THEN = """
            (select k.deal_id as id, coalesce(d.title, '#' || k.deal_id) as title,
               coalesce(d.search_text, '#' || k.deal_id) as search_text, d.external_id,
               k.type_id, k.stage_id, k.state as outcome, k.customer_id, d.contact_person_id, k.responsible_id,
               k.source_id, k.potential, k.potential as amount, (select currency from company) as currency,
               k.expected_close, k.opened_at, k.closed_at,
               case when k.state = 'LOST' and d.outcome = 'LOST' then d.loss_reason_id end as loss_reason_id,
               case when k.state = 'LOST' and d.outcome = 'LOST' then d.competitor_id end as competitor_id,
               coalesce(d.properties, '{}') as properties, coalesce(d.version, 0) as version,
               coalesce(d.steps_version, (select t.steps_version from deal_type t where t.id = k.type_id)) as steps_version,
               v.entered_at, true as stands
             from deals_known({0}) k
             left join deal d on d.id = k.deal_id
             left join lateral (
               select v.entered_at from visits_known({0}) v where v.deal_id = k.deal_id order by v.seq desc limit 1) v on true
             where {1}) d""";

    /** In the order of their ids, so that the table is read from one end to the other. */
    private static final String STANDING = """
            d.id = any(array(
              select v.deal_id from stage_visit v where v.outcome = 'OPEN' and (v.entered_at is null or v.entered_at < {0})
              union all
              select v.deal_id from stage_visit v where v.left_at >= {0} and (v.entered_at is null or v.entered_at < {0})
              union all
              select v.deal_id from stage_visit v where v.left_at is null and v.outcome <> 'OPEN'))""";

    private PastDeals() {}

    /**
     * Whether a deal has a visit that may have gone on at the moment, as it is known now: all that stood in a stage do.
     * Indexes tell it, so that the way of other deals is not looked up.
     */
    static Condition mayStand(Instant moment) {
        return condition(STANDING, at(moment));
    }

    /** Written into the statement: a parameter is sent as text, which the database would read again for each row. */
    private static Field<OffsetDateTime> at(Instant moment) {
        return inline(moment.atOffset(ZoneOffset.UTC));
    }

    /** The relation {@code d}; {@code open} = no more is asked than the deals that were open, which reads fewer. */
    static Table<Record> of(Instant moment, boolean then, boolean open) {
        var at = at(moment);
        if (then) {
            return table(KNOWN_THEN, at, open ? condition("k.state = 'OPEN'") : condition("true"));
        }
        Condition unfinished = condition("(d.outcome = 'OPEN' or d.closed_at is null or d.closed_at >= {0})", at);
        return table(KNOWN_NOW, at, open ? unfinished : condition("true"));
    }
}
