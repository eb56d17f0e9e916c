package io.lijevak.imports;

import io.lijevak.platform.RecordNotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores imports. */
@Component
public class Imports {
    private static final String SELECT = """
            select i.id, i.kind, i.file_name, i.state, i.layout, i.columns, i.mapping, i.options, i.progress, i.row_count,
              i.created, i.updated, i.skipped, i.failed, i.failure, i.findings, i.created_by, p.name as creator,
              i.created_at, i.finished_at
            from import i join person p on p.id = i.created_by
            """;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Imports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A file that was taken in, before it has an id. */
    record Uploaded(ImportKind kind, String fileName, String hash, Import.Settings settings, int rows) {}

    ImportId insert(Uploaded file, Path content, long by) {
        try {
            return new ImportId(jdbc.sql("""
                            insert into import (kind, file_name, file_hash, file_content, layout, columns, mapping,
                              options, state, row_count, created_by)
                            values (:kind, :name, :hash, :content, cast(:layout as jsonb), cast(:columns as jsonb),
                              cast(:mapping as jsonb), cast(:options as jsonb), 'UPLOADED', :rows, :by)
                            returning id""")
                    .param("kind", file.kind().name())
                    .param("name", file.fileName())
                    .param("hash", file.hash())
                    .param("content", Files.readAllBytes(content))
                    .param("layout", json.writeValueAsString(file.settings().layout()))
                    .param("columns", json.writeValueAsString(file.settings().columns()))
                    .param("mapping", json.writeValueAsString(file.settings().mapping()))
                    .param("options", json.writeValueAsString(file.settings().options()))
                    .param("rows", file.rows())
                    .param("by", by)
                    .query(Long.class)
                    .single());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes how the file is read; what a dry run found before no longer holds. */
    void settle(ImportId id, Import.Settings settings, int rows) {
        jdbc.sql("""
                update import set layout = cast(:layout as jsonb), columns = cast(:columns as jsonb),
                  mapping = cast(:mapping as jsonb), options = cast(:options as jsonb), row_count = :rows,
                  state = 'UPLOADED', findings = null, failure = null, progress = 0,
                  created = 0, updated = 0, skipped = 0, failed = 0
                where id = :id""")
                .param("layout", json.writeValueAsString(settings.layout()))
                .param("columns", json.writeValueAsString(settings.columns()))
                .param("mapping", json.writeValueAsString(settings.mapping()))
                .param("options", json.writeValueAsString(settings.options()))
                .param("rows", rows)
                .param("id", id.value())
                .update();
    }

    public Import require(ImportId id) {
        return find(id).orElseThrow(() -> new RecordNotFound("import", id));
    }

    Optional<Import> find(ImportId id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** The newest imports, those of one person alone when given. */
    public List<Import> newest(@Nullable Long person, int limit) {
        return jdbc.sql(SELECT + """
                        where cast(:person as bigint) is null or i.created_by = :person
                        order by i.id desc limit :limit""")
                .param("person", person)
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    /** The latest other import that wrote the very same file as the same kind of records. */
    public Optional<Import.Twin> twin(ImportId id) {
        return jdbc.sql("""
                select i.id, i.created_by as person, p.name, i.created_at as at
                from import i join import own on own.id = :id and own.id <> i.id
                  and own.file_hash = i.file_hash and own.kind = i.kind
                join person p on p.id = i.created_by
                where i.state in ('RUNNING', 'DONE')
                order by i.id desc limit 1""")
                .param("id", id.value())
                .query((row, number) -> new Import.Twin(
                        new ImportId(row.getLong("id")),
                        row.getLong("person"),
                        row.getString("name"),
                        row.getTimestamp("at").toInstant()))
                .optional();
    }

    /** The import, held until the transaction ends. */
    Import hold(ImportId id) {
        jdbc.sql("select id from import where id = :id for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
        return require(id);
    }

    /** Begins work on the import, which is held. */
    void begin(ImportId id, ImportState state) {
        jdbc.sql("update import set state = :state, failure = null, finished_at = null where id = :id")
                .param("state", state.name())
                .param("id", id.value())
                .update();
    }

    /** Ends the work that began in this state; leaves an import that another worker has ended as it is. */
    void fail(ImportId id, ImportState begun, RowProblem failure) {
        jdbc.sql("""
                update import set state = 'FAILED', failure = :failure, finished_at = :now
                where id = :id and state = :begun""")
                .param("failure", json.writeValueAsString(failure))
                .param("now", new Timestamp(System.currentTimeMillis()))
                .param("id", id.value())
                .param("begun", begun.name())
                .update();
    }

    /** Forgets what a dry run found and counts anew what a run cut short has written. */
    void forgetCheck(ImportId id) {
        jdbc.sql("""
                delete from import_row where import_id = :id
                  and outcome in ('NEW', 'UPDATE', 'UNCHANGED', 'DUPLICATE', 'ERROR')""").param("id", id.value()).update();
        jdbc.sql("""
                update import i set progress = r.rows, created = r.created, updated = r.updated, skipped = r.skipped,
                  failed = r.failed
                from (select count(*) as rows, count(*) filter (where outcome = 'CREATED') as created,
                    count(*) filter (where outcome = 'UPDATED') as updated,
                    count(*) filter (where outcome = 'SKIPPED') as skipped,
                    count(*) filter (where outcome = 'FAILED') as failed
                  from import_row where import_id = :id) r
                where i.id = :id""").param("id", id.value()).update();
    }

    /** Whether a run has written rows. */
    boolean hasWritten(ImportId id) {
        return jdbc.sql("""
                select exists (select from import_row where import_id = :id
                  and outcome in ('CREATED', 'UPDATED', 'SKIPPED', 'FAILED'))""").param("id", id.value()).query(Boolean.class).single();
    }

    /** The same for the work that found the import as given, with what it found. */
    void end(Import source, ImportState state, @Nullable Findings findings) {
        jdbc.sql("""
                update import set state = :state, failure = null, findings = cast(:findings as jsonb), finished_at = :now
                where id = :id and state = :begun""")
                .param("state", state.name())
                .param("findings", findings == null ? null : json.writeValueAsString(findings))
                .param("now", new Timestamp(System.currentTimeMillis()))
                .param("id", source.id().value())
                .param("begun", source.state().name())
                .update();
    }

    /** The file's content in a new temporary file. */
    Path content(ImportId id) {
        try {
            var file = Files.createTempFile("import", ".bin");
            var bytes = jdbc.sql("select file_content from import where id = :id")
                    .param("id", id.value())
                    .query(byte[].class)
                    .single();
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Import read(ResultSet row) throws SQLException {
        var failure = row.getString("failure");
        var findings = row.getString("findings");
        var finished = row.getTimestamp("finished_at");
        return new Import(
                new ImportId(row.getLong("id")),
                ImportKind.valueOf(row.getString("kind")),
                row.getString("file_name"),
                ImportState.valueOf(row.getString("state")),
                settings(row),
                new Import.Progress(
                        row.getInt("row_count"),
                        row.getInt("progress"),
                        row.getInt("created"),
                        row.getInt("updated"),
                        row.getInt("skipped"),
                        row.getInt("failed")),
                findings == null ? null : json.readValue(findings, Findings.class),
                failure == null ? null : json.readValue(failure, RowProblem.class),
                new Import.By(
                        row.getLong("created_by"),
                        row.getString("creator"),
                        row.getTimestamp("created_at").toInstant(),
                        finished == null ? null : finished.toInstant()));
    }

    private Import.Settings settings(ResultSet row) throws SQLException {
        return new Import.Settings(
                json.readValue(row.getString("layout"), Layout.class),
                json.readValue(row.getString("columns"), new TypeReference<List<SourceColumn>>() {}),
                json.readValue(row.getString("mapping"), Mapping.class),
                json.readValue(row.getString("options"), ImportOptions.class));
    }
}
