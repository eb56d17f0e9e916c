package io.lijevak.overview;

import io.lijevak.deals.DealFilter.AsOf;
import io.lijevak.deals.DealsOfDay;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQL;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What became of deals in the last seven days, today included, and in the seven days before. */
@Component
public class WeekChanges {
    static final int WEEK = 7;
    private static final String CHANGES = """
            with d as {6} (
              select d.id, d.outcome, d.opened_at, d.closed_at, d.potential from {0} where {5})
            select change, last, count(*) as deals, coalesce(sum(potential), 0) as sum from (
              select d.outcome as change, d.closed_at >= {3} as last, d.potential from d
              where d.outcome in ('WON', 'LOST') and d.closed_at >= {2} and d.closed_at < {4}
              union all
              select 'OPENED', d.opened_at >= {3}, d.potential from d
              where d.opened_at >= {2} and d.opened_at < {4}
              union all
              select 'RETURNED', v.left_at >= {3}, d.potential from {1} join d on d.id = v.deal_id
              where v.outcome = 'RETURNED' and v.left_at >= {2} and v.left_at < {4}
              group by d.id, 2, d.potential) happened
            group by 1, 2""";

    /** Of now the indexes of the table are read; the deals as they once stood are made once for all three. */
    private static final SQL IN_PLACE = DSL.sql("not materialized");

    private static final SQL ONCE = DSL.sql("materialized");
    private final DSLContext database;
    private final DealsOfDay days;

    /** What may happen to a deal. */
    public enum Change {
        WON,
        LOST,
        OPENED,
        RETURNED;

        /** Its name in addresses and in keys of texts. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Both weeks; a change that nothing underwent is not in them. */
    public record Weeks(Map<Change, Amount> last, Map<Change, Amount> before) {
        public Amount last(Change change) {
            return last.getOrDefault(change, Amount.NONE);
        }

        public Amount before(Change change) {
            return before.getOrDefault(change, Amount.NONE);
        }
    }

    WeekChanges(DSLContext database, DealsOfDay days) {
        this.database = database;
        this.days = days;
    }

    /** @param today the last day: that of {@code asOf}, if any */
    Weeks of(LocalDate today, @Nullable AsOf asOf, ZoneId zone, CurrentUser user) {
        var responsible = DSL.field(DSL.name("d", "responsible_id"), Long.class);
        var weeks = new Weeks(new EnumMap<>(Change.class), new EnumMap<>(Change.class));
        var tomorrow = today.plusDays(1);
        database.resultQuery(
                        CHANGES,
                        days.of(asOf, false),
                        days.visits(asOf),
                        start(tomorrow.minusDays(2 * WEEK), zone),
                        start(tomorrow.minusDays(WEEK), zone),
                        start(tomorrow, zone),
                        Reach.of(user, Resource.DEAL, Action.VIEW).condition(responsible),
                        asOf == null ? IN_PLACE : ONCE)
                .forEach(row -> (row.get("last", Boolean.class) ? weeks.last() : weeks.before())
                        .put(
                                Change.valueOf(row.get("change", String.class)),
                                new Amount(row.get("deals", Long.class), row.get("sum", BigDecimal.class))));
        return weeks;
    }

    private static Field<OffsetDateTime> start(LocalDate day, ZoneId zone) {
        return DSL.val(day.atStartOfDay(zone).toOffsetDateTime());
    }
}
