package io.lijevak.users;

import io.lijevak.platform.Changes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Append-only record of who changed what, old and new value a field; written in the transaction of the change. */
@Component
public class AuditTrail {
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Changes revision;

    AuditTrail(JdbcClient jdbc, JsonMapper json, Changes revision) {
        this.jdbc = jdbc;
        this.json = json;
        this.revision = revision;
    }

    /** Old and new value of one field, as text a reader understands; null means empty. */
    public record Change(@Nullable String before, @Nullable String after) {}

    /** An entry as it was written. */
    public record Entry(
            long id,
            Instant at,
            @Nullable Long person,
            @Nullable String personName,
            String action,
            Map<String, Change> changes) {}

    /**
     * Writes one entry.
     *
     * @param kind the record's kind, such as {@code customer}
     * @param action what happened, such as {@code created}, {@code changed}, {@code archived}, {@code moved}
     * @param changes by field name; fields whose values are equal are left out, and an entry of action {@code changed}
     *     without any is not written
     */
    public void record(CurrentUser user, String kind, long id, String action, Map<String, Change> changes) {
        var real = real(changes);
        if (real.isEmpty() && action.equals("changed")) {
            return;
        }
        jdbc.sql("""
                insert into audit_entry (person_id, request_id, via, subject_kind, subject_id, action, changes)
                values (:person, :request, :via, :kind, :id, :action, cast(:changes as jsonb))""")
                .param("person", user.id())
                .param("request", MDC.get("request"))
                .param("via", via())
                .param("kind", kind)
                .param("id", id)
                .param("action", action)
                .param("changes", json.writeValueAsString(real))
                .update();
        revision.touch();
    }

    /** Hands records out one by one, and writes how many of which filter left the house. */
    public <T> void handOut(
            CurrentUser by, String action, Object filter, Consumer<Consumer<T>> records, Consumer<T> to) {
        var count = new AtomicInteger();
        records.accept(one -> {
            to.accept(one);
            count.incrementAndGet();
        });
        var left = Map.of("rows", new Change(null, count.toString()), "filter", new Change(null, filter.toString()));
        record(by, "person", by.id(), action, left);
    }

    /** Writes an entry for each of many records, by id, in one statement, as imports do. */
    public void recordAll(CurrentUser user, String kind, String action, Map<Long, Map<String, Change>> changes) {
        var ids = changes.keySet().toArray(Long[]::new);
        var texts = changes.values().stream()
                .map(one -> json.writeValueAsString(real(one)))
                .toArray(String[]::new);
        jdbc.sql("""
                insert into audit_entry (person_id, request_id, via, subject_kind, subject_id, action, changes)
                select :person, :request, :via, :kind, id, :action, cast(changes as jsonb)
                from unnest(:ids::bigint[], :changes::text[]) given (id, changes)""")
                .param("person", user.id())
                .param("request", MDC.get("request"))
                .param("via", via())
                .param("kind", kind)
                .param("action", action)
                .param("ids", ids)
                .param("changes", texts)
                .update();
    }

    private static Map<String, Change> real(Map<String, Change> changes) {
        var real = new LinkedHashMap<String, Change>();
        changes.forEach((field, change) -> {
            if (!Objects.equals(change.before(), change.after())) {
                real.put(field, change);
            }
        });
        return real;
    }

    private static String via() {
        var via = MDC.get("via");
        return via == null ? "web" : via;
    }

    /** The newest entries of a record as they were written, newest first. */
    public List<Entry> of(String kind, long id, int limit) {
        return entries(kind, id, FAR, Long.MAX_VALUE, limit);
    }

    /** What happened to a record as it is read, newest first: the edits of a minute are one entry. */
    public List<Entry> history(String kind, long id, int limit) {
        return historyBefore(FAR, kind, id, limit);
    }

    /** The same before a moment, such as that of the last entry of a page; {@code limit} entries if there are as many. */
    public List<Entry> historyBefore(Instant moment, String kind, long id, int limit) {
        var written = new ArrayList<Entry>();
        var page = List.<Entry>of();
        var read = List.<Entry>of();
        do {
            page = entries(
                    kind,
                    id,
                    moment,
                    page.isEmpty() ? Long.MAX_VALUE : page.getLast().id(),
                    limit + 1);
            written.addAll(page);
            read = History.of(written);
        } while (page.size() > limit && read.size() <= limit);
        return read.subList(0, Math.min(limit, read.size()));
    }

    private List<Entry> entries(String kind, long id, Instant moment, long beforeId, int limit) {
        return jdbc.sql("""
                select a.id, a.at, a.person_id, p.name, a.action, a.changes
                from audit_entry a left join person p on p.id = a.person_id
                where a.subject_kind = :kind and a.subject_id = :id and a.id < :before and a.at < :moment
                order by a.id desc limit :limit""")
                .param("kind", kind)
                .param("id", id)
                .param("before", beforeId)
                .param("moment", Timestamp.from(moment))
                .param("limit", limit)
                .query((row, number) -> new Entry(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        (Long) row.getObject("person_id"),
                        row.getString("name"),
                        row.getString("action"),
                        json.readValue(row.getString("changes"), new TypeReference<Map<String, Change>>() {})))
                .list();
    }
}
