package io.lijevak.imports;

import io.lijevak.imports.Decision.Verdict;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.users.AuditTrail.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was decided about a batch of rows, and keeps what undo needs. */
@Component
class RowWriter {
    private final JdbcClient jdbc;
    private final StoredRows stored;
    private final ImportAudit audit;
    private final PropertyWords words;

    RowWriter(JdbcClient jdbc, StoredRows stored, ImportAudit audit, PropertyWords words) {
        this.words = words;
        this.jdbc = jdbc;
        this.stored = stored;
        this.audit = audit;
    }

    void write(Records records, List<Decision> decisions, Job job) {
        var fresh =
                decisions.stream().filter(d -> d.isNew() && d.current() == null).toList();
        if (!fresh.isEmpty()) {
            records.insert(fresh, job);
        }
        var changed = decisions.stream()
                .filter(d -> d.writes() && d.current() != null)
                .map(RowWriter::merged)
                .toList();
        if (!changed.isEmpty()) {
            records.update(changed, job);
        }
        var written = decisions.stream().filter(Decision::writes).toList();
        if (!written.isEmpty()) {
            records.attach(written, job);
        }
        audit(written, job);
        rows(decisions, job);
    }

    private static Map<String, Object> merged(Decision decision) {
        var row = new LinkedHashMap<String, Object>();
        var current = decision.current();
        if (current != null) {
            current.row().forEach((column, value) -> {
                if (value != null) {
                    row.put(column, value);
                }
            });
        }
        decision.changes().forEach((column, value) -> StoredRows.put(row, column, value));
        return row;
    }

    private void audit(List<Decision> written, Job job) {
        var entries = new ArrayList<ImportAudit.Entry>();
        for (var decision : written) {
            var changes = new LinkedHashMap<String, Change>();
            var current = decision.current();
            var given = decision.isNew() ? decision.draft().values() : decision.changes();
            given.forEach((column, value) -> {
                if ((!column.endsWith("_id") || column.equals("external_id"))
                        && !column.startsWith(PropertyDraft.PREFIX)) {
                    var before = decision.isNew() || current == null
                            ? null
                            : word(current.row().get(column));
                    changes.put(Matching.fieldOf(column), new Change(before, word(value)));
                }
            });
            changes.putAll(properties(given, decision.isNew() ? null : current, job));
            decision.additions().forEach((list, items) -> changes.put(list, new Change(null, words(items))));
            changes.values().removeIf(change -> change.after() == null);
            entries.add(new ImportAudit.Entry(
                    job.kind().subject(), decision.id(), decision.isNew() ? "created" : "changed", changes));
        }
        audit.write(job.user().id(), entries);
    }

    /** What becomes of properties, as a change by hand would tell it. */
    private Map<String, Change> properties(Map<String, Object> given, @Nullable Current current, Job job) {
        var before = new LinkedHashMap<String, @Nullable Object>();
        var after = new LinkedHashMap<String, Object>();
        given.forEach((column, value) -> {
            if (column.startsWith(PropertyDraft.PREFIX)) {
                var key = column.substring(PropertyDraft.PREFIX.length());
                before.put(key, current == null ? null : current.value(column));
                after.put(key, value);
            }
        });
        return after.isEmpty()
                ? Map.of()
                : PropertyTargets.records(job.kind())
                        .map(kind -> words.changes(
                                kind,
                                PropertyValues.read(stored.write(before)),
                                PropertyValues.read(stored.write(after))))
                        .orElse(Map.of());
    }

    private static @Nullable String word(@Nullable Object value) {
        return value == null ? null : StoredRows.plain(value).toString();
    }

    private static @Nullable String words(List<Object> items) {
        var words = items.stream()
                .filter(item -> item instanceof Draft.Point || item instanceof String)
                .map(item -> item instanceof Draft.Point point ? point.value() : item.toString())
                .toList();
        return words.isEmpty() ? null : String.join(", ", words);
    }

    /**
     * Writes what became of the rows, or would become of them in a dry run, and moves the progress.
     *
     * @throws Overtaken when the import no longer stands where the pass began
     */
    void rows(List<Decision> decisions, Job job) {
        var rows = new ArrayList<Map<String, Object>>();
        var counts = new int[4];
        for (var decision : decisions) {
            var outcome = outcome(decision.verdict(), job.writes());
            counts[slot(decision.verdict())]++;
            var row = new LinkedHashMap<String, Object>();
            row.put("row", decision.draft().row());
            row.put("outcome", outcome);
            row.put("problems", decision.draft().problems());
            if (decision.id() > 0) {
                row.put("record", decision.id());
            }
            if (job.writes() && decision.writes()) {
                row.put(
                        "version",
                        decision.current() == null ? 1 : decision.current().version() + 1);
                if (!decision.isNew()) {
                    row.put("before", before(decision));
                }
            }
            rows.add(row);
        }
        jdbc.sql("""
                insert into import_row (import_id, row_number, outcome, record_id, problems, before, written_version)
                select :import, r.row, r.outcome, r.record, r.problems, r.before, r.version
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (row int, outcome text, record bigint,
                  problems jsonb, before jsonb, version int)""")
                .param("import", job.id().value())
                .param("rows", stored.write(rows))
                .update();
        var moved = jdbc.sql("""
                update import set progress = progress + :rows, created = created + :created, updated = updated + :updated,
                  skipped = skipped + :skipped, failed = failed + :failed where id = :id and state = :state""")
                .param("rows", decisions.size())
                .param("created", counts[0])
                .param("updated", counts[1])
                .param("skipped", counts[2])
                .param("failed", counts[3])
                .param("id", job.id().value())
                .param("state", job.state().name())
                .update();
        if (moved == 0) {
            throw new Overtaken(job.id());
        }
    }

    /** Old values of changed columns, what was added to lists that bear no mark of the import, visits there were. */
    private static Map<String, @Nullable Object> before(Decision decision) {
        var before = new LinkedHashMap<String, @Nullable Object>();
        var current = decision.current();
        var properties = new LinkedHashMap<String, @Nullable Object>();
        for (var column : decision.changes().keySet()) {
            if (column.startsWith(PropertyDraft.PREFIX)) {
                properties.put(
                        column.substring(PropertyDraft.PREFIX.length()),
                        current == null ? null : current.value(column));
            } else {
                before.put(column, current == null ? null : current.row().get(column));
            }
        }
        if (!properties.isEmpty()) {
            before.put("properties", properties);
        }
        if (!before.isEmpty() && current != null && current.row().containsKey("search_text")) {
            before.put("search_text", current.row().get("search_text"));
        }
        for (var list : List.of("categories", "products")) {
            if (decision.additions().containsKey(list)) {
                before.put(
                        "+" + list,
                        decision.additions().get(list).stream()
                                .map(item -> item instanceof Draft.Line line ? line.product() : item)
                                .toList());
            }
        }
        if (decision.extended() > 0) {
            before.put("+visits", decision.extended());
        }
        return before;
    }

    private static String outcome(Verdict verdict, boolean writes) {
        return switch (verdict) {
            case NEW -> writes ? "CREATED" : "NEW";
            case UPDATE -> writes ? "UPDATED" : "UPDATE";
            case UNCHANGED -> writes ? "SKIPPED" : "UNCHANGED";
            case DUPLICATE -> writes ? "SKIPPED" : "DUPLICATE";
            case ERROR -> writes ? "FAILED" : "ERROR";
        };
    }

    private static int slot(Verdict verdict) {
        return switch (verdict) {
            case NEW -> 0;
            case UPDATE -> 1;
            case UNCHANGED, DUPLICATE -> 2;
            case ERROR -> 3;
        };
    }
}
