package io.lijevak.imports;

import io.lijevak.users.AuditTrail.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes the audit entries of a batch in one statement. */
@Component
class ImportAudit {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    /** What happened to a record. */
    record Entry(String subject, long id, String action, Map<String, Change> changes) {}

    ImportAudit(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void created(Job job, String subject, long id, String name) {
        write(job.user().id(), List.of(new Entry(subject, id, "created", Map.of("name", new Change(null, name)))));
    }

    void write(long person, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var entry : entries) {
            rows.add(Map.of(
                    "subject",
                    entry.subject(),
                    "id",
                    entry.id(),
                    "action",
                    entry.action(),
                    "changes",
                    entry.changes()));
        }
        jdbc.sql("""
                insert into audit_entry (person_id, via, subject_kind, subject_id, action, changes)
                select :person, 'import', r.subject, r.id, r.action, r.changes
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (subject text, id bigint, action text, changes jsonb)""")
                .param("person", person)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}
