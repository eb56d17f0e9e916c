package io.lijevak.tasks;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.TimelineSource;
import io.lijevak.deals.DealEvents;
import io.lijevak.deals.DealId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tasks that were done, told where one reads what happened to a deal or customer; those one may see. */
@Component
class TaskTimeline implements TimelineSource, DealEvents {
    private final JdbcClient jdbc;

    TaskTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        var reach = Reach.of(viewer, Resource.TASK, Action.VIEW);
        return entries(
                jdbc.sql("""
                        select t.id, t.title, t.result, t.closed_at, p.name from task t
                        left join person p on p.id = t.closed_by
                        where t.customer_id = :record and t.state = 'DONE' and t.kind <> 'PROCESS'
                          and t.closed_at < :moment and (t.author_id = :me or\s""" + reach.sql("t.executor_id") + """
                        )
                        order by t.closed_at desc, t.id desc limit :limit"""),
                reach,
                new Asked(customer.value(), moment, viewer.id(), limit));
    }

    @Override
    public List<TimelineEntry> before(
            Instant moment, DealId deal, CurrentUser viewer, int limit, TimelineEntry.@Nullable Kind kind) {
        if (kind != null) {
            return List.of();
        }
        var reach = Reach.of(viewer, Resource.TASK, Action.VIEW);
        return entries(
                jdbc.sql("""
                        select t.id, t.title, t.result, t.closed_at, p.name from task t
                        left join person p on p.id = t.closed_by
                        where t.deal_id = :record and t.state = 'DONE' and t.kind <> 'PROCESS'
                          and t.closed_at < :moment and (t.author_id = :me or\s""" + reach.sql("t.executor_id") + """
                        )
                        order by t.closed_at desc, t.id desc limit :limit"""),
                reach,
                new Asked(deal.value(), moment, viewer.id(), limit));
    }

    private record Asked(long record, Instant moment, long me, int limit) {}

    private static List<TimelineEntry> entries(JdbcClient.StatementSpec query, Reach reach, Asked asked) {
        return query.param("record", asked.record())
                .param("moment", Timestamp.from(asked.moment()))
                .param("me", asked.me())
                .param("limit", asked.limit())
                .params(reach.parameters())
                .query(TaskTimeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        var result = row.getString("result");
        var title = new TimelineEntry.Subject(row.getString("title"), "/tasks/" + row.getLong("id"));
        return new TimelineEntry(
                row.getTimestamp("closed_at").toInstant(),
                "check",
                false,
                row.getString("name"),
                null,
                "tasks.timeline.done",
                List.of(),
                List.of(),
                new TimelineEntry.Story(title, result == null ? List.of() : List.of(result), List.of(), List.of()));
    }
}
