package io.lijevak.deals;

import io.lijevak.customers.CustomerId;
import io.lijevak.customers.TimelineEntry;
import io.lijevak.customers.TimelineSource;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Tells on the timeline of a customer what happened to its deals, as far as the viewer may see them. */
@Component
class DealTimeline implements TimelineSource {
    private static final Map<String, String> ICONS =
            Map.of("created", "deal", "moved", "flag", "won", "won", "lost", "lost", "reopened", "reopen");
    private static final Set<String> TOLD = Set.of("stage", "reason", "competitor", "amount", "responsible");
    private final JdbcClient jdbc;
    private final JsonMapper json;

    private record Values(@Nullable String before, @Nullable String after) {}

    DealTimeline(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        var reach = Reach.of(viewer, Resource.DEAL, Action.VIEW);
        return jdbc.sql("""
                select a.at, a.action, a.changes, p.name as person, d.id, d.title
                from deal d
                join audit_entry a on a.subject_kind = 'deal' and a.subject_id = d.id
                left join person p on p.id = a.person_id
                where d.customer_id = :customer and a.at < :moment and %s
                order by a.at desc, a.id desc limit :limit""".formatted(reach.sql("d.responsible_id")))
                .param("customer", customer.value())
                .param("moment", Timestamp.from(moment))
                .param("limit", limit)
                .params(reach.parameters())
                .query((row, number) -> entry(row))
                .list();
    }

    private TimelineEntry entry(ResultSet row) throws SQLException {
        var action = row.getString("action");
        var values = json.readValue(row.getString("changes"), new TypeReference<Map<String, Values>>() {});
        return new TimelineEntry(
                row.getTimestamp("at").toInstant(),
                ICONS.getOrDefault(action, "pencil"),
                ICONS.containsKey(action),
                row.getString("person"),
                new TimelineEntry.Subject(row.getString("title"), "/deals/" + row.getLong("id")),
                "deals.timeline." + (ICONS.containsKey(action) ? action : "changed"),
                List.of(),
                values.entrySet().stream()
                        .filter(change -> TOLD.contains(change.getKey()))
                        .map(change -> new TimelineEntry.Change(
                                "deals.field." + change.getKey(),
                                change.getValue().before(),
                                change.getValue().after()))
                        .toList());
    }
}
