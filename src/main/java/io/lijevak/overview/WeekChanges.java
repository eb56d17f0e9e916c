package io.lijevak.overview;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of deals in the last seven days, today included, and in the seven days before. */
@Component
public class WeekChanges {
    static final int WEEK = 7;
    private final JdbcClient jdbc;

    /** What may happen to a deal. */
    public enum Change {
        WON,
        LOST,
        OPENED,
        RETURNED
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

    private record Row(String change, boolean last, long deals, BigDecimal sum) {}

    WeekChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Weeks of(LocalDate today, ZoneId zone, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW).sql("d.responsible_id");
        var weeks = new Weeks(new EnumMap<>(Change.class), new EnumMap<>(Change.class));
        var tomorrow = today.plusDays(1);
        jdbc.sql("""
                select change, last, count(*) as deals, coalesce(sum(potential), 0) as sum from (
                  select d.outcome as change, d.closed_at >= :middle as last, d.potential from deal d
                  where d.outcome in ('WON', 'LOST') and d.closed_at >= :start and d.closed_at < :end and %1$s
                  union all
                  select 'OPENED', d.opened_at >= :middle, d.potential from deal d
                  where d.opened_at >= :start and d.opened_at < :end and %1$s
                  union all
                  select 'RETURNED', v.left_at >= :middle, d.potential from stage_visit v join deal d on d.id = v.deal_id
                  where v.outcome = 'RETURNED' and v.left_at >= :start and v.left_at < :end and %1$s
                  group by d.id, 2, d.potential) happened
                group by 1, 2""".formatted(reach))
                .param("start", tomorrow.minusDays(2 * WEEK).atStartOfDay(zone).toOffsetDateTime())
                .param("middle", tomorrow.minusDays(WEEK).atStartOfDay(zone).toOffsetDateTime())
                .param("end", tomorrow.atStartOfDay(zone).toOffsetDateTime())
                .params(Reach.of(user, Resource.DEAL, Action.VIEW).parameters())
                .query(Row.class)
                .list()
                .forEach(row -> (row.last() ? weeks.last() : weeks.before())
                        .put(Change.valueOf(row.change()), new Amount(row.deals(), row.sum())));
        return weeks;
    }
}
