package io.lijevak.overview;

import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open deals by the month in which they are expected to close. */
@Component
public class ComingRevenue {
    private final JdbcClient jdbc;

    /**
     * The deals of one month.
     *
     * @param key a month such as {@code 2026-12}, {@code past} before today, {@code later}, or {@code none} without a day
     * @param expected potential by the template probabilities of the stages
     */
    public record Part(String key, long deals, BigDecimal potential, BigDecimal expected) {}

    ComingRevenue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of time, what is past first, what has no day last; months without deals are left out. */
    List<Part> of(LocalDate today, CurrentUser user) {
        var reach = Reach.of(user, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                select case when d.expected_close is null then 'none' when d.expected_close < :today then 'past'
                    when d.expected_close >= :later then 'later' else to_char(d.expected_close, 'YYYY-MM') end as key,
                  count(*) as deals, coalesce(sum(d.potential), 0) as potential,
                  round(coalesce(sum(d.potential * s.probability), 0) / 100, 2) as expected
                from deal d left join deal_type_step s on s.deal_type_id = d.type_id
                  and s.steps_version = d.steps_version and s.stage_id = d.stage_id
                where d.outcome = 'OPEN' and %s
                group by 1 order by min(d.expected_close) nulls last""".formatted(reach.sql("d.responsible_id")))
                .param("today", today)
                .param("later", OverviewKey.later(today))
                .params(reach.parameters())
                .query(Part.class)
                .list();
    }
}
