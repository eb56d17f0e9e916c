package io.lijevak.customers;

import io.lijevak.users.AuditTrail.Change;
import io.lijevak.users.CurrentUser;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of a customer as its timeline shows it. */
@Component
class AuditedChanges implements TimelineSource {
    private static final TypeReference<Map<String, Change>> CHANGES = new TypeReference<>() {};
    private static final List<String> ORDER = List.of(
            "contact", "name", "role", "kind", "lifecycle", "taxNumber", "phones", "emails", "website", "address");
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditedChanges(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Row(Instant at, @Nullable String actor, String action, String changes) {}

    @Override
    public List<TimelineEntry> before(Instant moment, CustomerId customer, CurrentUser viewer, int limit) {
        return jdbc
                .sql("""
                select a.at, p.name as actor, a.action, a.changes
                from audit_entry a left join person p on p.id = a.person_id
                where a.subject_kind = :kind and a.subject_id = :id and a.at < :moment
                order by a.id desc limit :limit""")
                .param("kind", CustomerChanges.KIND)
                .param("id", customer.value())
                .param("moment", java.sql.Timestamp.from(moment))
                .param("limit", limit)
                .query(Row.class)
                .list()
                .stream()
                .map(this::entry)
                .toList();
    }

    private TimelineEntry entry(Row row) {
        var key = !row.action().equals("changed");
        return new TimelineEntry(
                row.at(),
                icon(row.action()),
                key,
                row.actor(),
                null,
                "customers.timeline." + row.action(),
                List.of(),
                shown(json.readValue(row.changes(), CHANGES), row.action()));
    }

    /** What a new customer began with stands on its card anyway. */
    private static List<TimelineEntry.Change> shown(Map<String, Change> changes, String action) {
        if (action.equals("created")) {
            return List.of();
        }
        return changes.entrySet().stream()
                .sorted(Comparator.comparingInt(change -> place(change.getKey())))
                .map(change -> new TimelineEntry.Change(
                        "customers.field." + change.getKey(),
                        change.getValue().before(),
                        change.getValue().after()))
                .toList();
    }

    /** The database keeps the fields in an order of its own. */
    private static int place(String field) {
        var place = ORDER.indexOf(field);
        return place < 0 ? ORDER.size() : place;
    }

    private static String icon(String action) {
        return switch (action) {
            case "created", "imported" -> "plus";
            case "archived" -> "archive";
            case "restored" -> "restore";
            case "consent.granted", "consent.refused" -> "shield";
            case "contact.added", "contact.changed", "contact.archived" -> "people";
            default -> "pencil";
        };
    }
}
