package io.lijevak.deals;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.TimelineSource;
import io.lijevak.platform.web.TimelineEntry;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Reach;
import io.lijevak.users.Resource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells on the timeline of a customer what the ledger knows of its deals, as far as the viewer may see them. */
@Component
class DealTimeline implements TimelineSource {
    private static final Map<String, String> ICONS =
            Map.of("opened", "deal", "moved", "flag", "won", "won", "lost", "lost", "reopened", "reopen");
    private final JdbcClient jdbc;

    DealTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        var reach = Reach.of(viewer, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                with mine as (
                  select d.* from deal d where d.customer_id = :customer and %s)
                select e.*, p.name as person from (
                  select d.id, d.title, d.opened_at as at, 'opened' as event, null as stage, d.responsible_id as person_id
                  from mine d
                  union all
                  select d.id, d.title, v.entered_at, case when v.cause = 'REOPENED' then 'reopened' else 'moved' end,
                    s.name, v.responsible_id
                  from mine d join stage_visit v on v.deal_id = d.id join stage s on s.id = v.stage_id
                  where v.outcome <> 'SKIPPED' and v.entered_at > d.opened_at
                  union all
                  select d.id, d.title, v.left_at, lower(v.outcome), s.name, v.responsible_id
                  from mine d join stage_visit v on v.deal_id = d.id join stage s on s.id = v.stage_id
                  where v.outcome in ('WON', 'LOST')
                  union all
                  select d.id, d.title, d.closed_at, lower(d.outcome), null, d.responsible_id
                  from mine d where d.outcome <> 'OPEN' and d.stage_id is null) e
                left join person p on p.id = e.person_id
                where e.at < :moment
                order by e.at desc, e.id desc limit :limit""".formatted(reach.sql("d.responsible_id")))
                .param("customer", customer.value())
                .param("moment", Timestamp.from(moment))
                .param("limit", limit)
                .params(reach.parameters())
                .query((row, number) -> entry(row))
                .list();
    }

    private static TimelineEntry entry(ResultSet row) throws SQLException {
        var event = row.getString("event");
        var stage = row.getString("stage");
        return new TimelineEntry(
                row.getTimestamp("at").toInstant(),
                ICONS.getOrDefault(event, "deal"),
                !event.equals("moved"),
                row.getString("person"),
                new TimelineEntry.Subject(row.getString("title"), "/deals/" + row.getLong("id")),
                "deals.timeline." + event,
                stage == null ? List.of() : List.of(stage),
                List.of());
    }
}
