package io.lijevak.deals;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import io.lijevak.deals.DealConditions.Past;
import io.lijevak.worktime.WorkingTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which deals were past the norm of their stage at the end of a past day: by the norm of the version of steps they went by
 * then, which is that of the visit, in the working days of now.
 */
@Component
class LateThen {
    private static final String NORMS =
            "select distinct norm_days from deal_type_step where norm_days is not null order by norm_days";

    private static final String OVERDUE = """
            exists (select from unnest({0}, {1}) as norm (days, entered_before)
              where norm.days = s.norm_days and last.entered_at < norm.entered_before)""";

    private static final String NORMED = """
            exists (
              select from (
                select v.stage_id, v.steps_version, v.entered_at, v.outcome = 'OPEN' or coalesce(v.left_at, v.left_recorded_at) >= {0} as stands
                from {1}
                where v.deal_id = d.id and coalesce(v.entered_at, v.left_at, v.recorded_at) < {0}
                order by v.seq desc limit 1) last
              join deal_type_step s on s.deal_type_id = {2} and s.stage_id = last.stage_id
                and s.steps_version = coalesce(last.steps_version, d.steps_version)
              where last.stands is distinct from false and s.norm_days is not null and {3})""";

    /** The visits as they were known; of one that an undone import took back the version is not kept. */
    private static final String VISITS_KNOWN = """
            (select v.*, k.steps_version from visits_known({0}) v
             left join stage_visit k on k.deal_id = v.deal_id and k.seq = v.seq and k.recorded_at = v.recorded_at) v""";

    private static final String TYPE_THEN = """
            coalesce((select p.type_id from deal_past p where p.deal_id = d.id and p.known_until >= {0}
              order by p.known_from limit 1), d.type_id)""";

    private final DSLContext database;
    private final WorkingTime time;

    LateThen(DSLContext database, WorkingTime time) {
        this.database = database;
        this.time = time;
    }

    /** Over {@code d}, the deals of then or of now; the moment is the end of a day. */
    Condition at(Past past) {
        var entered = new TreeMap<Integer, OffsetDateTime>();
        var norms = database.fetch(NORMS).getValues(0, Integer.class);
        fill(entered, norms, past.moment().minusNanos(1).atZone(time.zone()).toLocalDate());
        var overdue = condition(
                OVERDUE,
                val(entered.keySet().toArray(Integer[]::new)),
                val(entered.values().toArray(OffsetDateTime[]::new)));
        return condition("d.outcome = 'OPEN'").and(stood(past, overdue));
    }

    /** Over {@code d}: whether it stood in a stage with a norm; {@code entered} = and the day it came there is known. */
    Condition normed(Past past, boolean entered) {
        return stood(past, condition(entered ? "last.entered_at is not null" : "true"));
    }

    /** Whether it stood in a stage with a norm so that the stage {@code s} and the visit {@code last} are as given. */
    private static Condition stood(Past past, Condition so) {
        var end = val(past.moment().atOffset(ZoneOffset.UTC));
        return condition(
                NORMED,
                end,
                past.then() ? table(VISITS_KNOWN, end) : table("stage_visit v"),
                past.then() ? field("d.type_id") : field(TYPE_THEN, end),
                so);
    }

    /** A norm of so many days is over for who came before as many working days, the last one included. */
    private void fill(TreeMap<Integer, OffsetDateTime> entered, List<Integer> norms, LocalDate last) {
        var day = last.plusDays(1);
        var counted = 0;
        for (var norm : norms) {
            while (counted < norm && day.isAfter(LocalDate.EPOCH)) {
                day = day.minusDays(1);
                counted += time.isWorkingDay(day) ? 1 : 0;
            }
            entered.put(norm, day.atStartOfDay(time.zone()).toOffsetDateTime());
        }
    }
}
