package io.lijevak.complaints;

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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells on the timelines of customers and deals that a complaint was received and how it ended. */
@Component
class ComplaintTimeline implements TimelineSource, DealEvents {
    private static final String TOLD = """
            select k.id, k.subject, t.at, t.ended, k.finding, k.reasons, k.compensation, k.ended_as, e.name as person
            from complaint k
            join customer c on c.id = k.customer_id
            left join person e on e.id = k.responsible_id
            cross join lateral (values (k.received_at, false), (k.closed_at, true)) t (at, ended)
            where t.at < :moment and (%s or %s)""";
    private static final String OF_CUSTOMER = " and k.customer_id = :id";
    private static final String ABOUT_DEAL = " and k.deal_id = :id";
    private static final String NEWEST = " order by t.at desc, k.id desc limit :limit";
    private final JdbcClient jdbc;

    ComplaintTimeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        var reach = Reach.of(viewer, Resource.COMPLAINT, Action.VIEW);
        return told(
                jdbc.sql((TOLD + OF_CUSTOMER + NEWEST)
                        .formatted(reach.sql("k.responsible_id"), reach.sql("c.responsible_id"))),
                reach,
                customer.value(),
                moment,
                limit);
    }

    @Override
    public List<TimelineEntry> before(
            Instant moment, DealId deal, CurrentUser viewer, int limit, TimelineEntry.@Nullable Kind kind) {
        if (kind != null && kind != TimelineEntry.Kind.CHANGES) {
            return List.of();
        }
        var reach = Reach.of(viewer, Resource.COMPLAINT, Action.VIEW);
        return told(
                jdbc.sql((TOLD + ABOUT_DEAL + NEWEST)
                        .formatted(reach.sql("k.responsible_id"), reach.sql("c.responsible_id"))),
                reach,
                deal.value(),
                moment,
                limit);
    }

    private static List<TimelineEntry> told(
            JdbcClient.StatementSpec statement, Reach reach, long id, Instant moment, int limit) {
        return statement
                .param("id", id)
                .param("moment", Timestamp.from(moment))
                .params(reach.parameters())
                .param("limit", limit)
                .query(ComplaintTimeline::entry)
                .list();
    }

    private static TimelineEntry entry(ResultSet row, int number) throws SQLException {
        var ended = row.getBoolean("ended");
        var title = new TimelineEntry.Subject(row.getString("subject"), "/complaints/" + row.getLong("id"));
        var texts = new ArrayList<String>();
        var marks = new ArrayList<TimelineEntry.Mark>();
        if (ended) {
            add(texts, row.getString("reasons"));
            add(texts, row.getString("compensation"));
            mark(marks, row);
        }
        return new TimelineEntry(
                row.getTimestamp("at").toInstant(),
                "megaphone",
                true,
                row.getString("person"),
                null,
                ended ? "complaints.line.closed" : "complaints.line.received",
                List.of(),
                List.of(),
                new TimelineEntry.Story(title, texts, marks, List.of()));
    }

    private static void add(List<String> texts, @Nullable String text) {
        if (text != null) {
            texts.add(text);
        }
    }

    private static void mark(List<TimelineEntry.Mark> marks, ResultSet row) throws SQLException {
        var finding = row.getString("finding");
        if (finding != null) {
            var word = Finding.valueOf(finding).word();
            marks.add(new TimelineEntry.Mark("flag", "", "complaints.finding." + word, List.of()));
        }
    }
}
