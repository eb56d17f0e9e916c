package io.lijevak.imports;

import io.lijevak.EndedJobs;
import io.lijevak.users.CurrentUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports files in tests, and waits for their jobs. */
@Component
public class Importer {
    private final UploadFile upload;
    private final ChangeImport change;
    private final StartImport start;
    private final Imports imports;
    private final JdbcClient jdbc;
    private final EndedJobs jobs;

    Importer(
            UploadFile upload,
            ChangeImport change,
            StartImport start,
            Imports imports,
            JdbcClient jdbc,
            EndedJobs jobs) {
        this.jobs = jobs;
        this.upload = upload;
        this.change = change;
        this.start = start;
        this.imports = imports;
        this.jdbc = jdbc;
    }

    /** A new file in the folder with the text. */
    static Path csv(Path folder, String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "t", ".csv"), text);
    }

    public Import upload(ImportKind kind, Path file, CurrentUser user) {
        return upload(kind, file, null, ImportOptions.defaults(), user);
    }

    public Import upload(
            ImportKind kind,
            Path file,
            @Nullable Map<String, String> mapping,
            ImportOptions options,
            CurrentUser user) {
        return imports.require(
                upload.take(new UploadFile.Upload(kind, file.getFileName().toString(), file, mapping, options), user));
    }

    public Import sheet(Import source, String sheet, CurrentUser user) {
        change.layout(source.id(), source.settings().layout().withSheet(sheet), user);
        return imports.require(source.id());
    }

    public Import check(Import source, CurrentUser user) {
        start.check(source.id(), user);
        return settled(source);
    }

    public Import run(Import source, CurrentUser user) {
        start.run(source.id(), user);
        return settled(source);
    }

    public Import run(ImportKind kind, Path file, CurrentUser user) {
        return run(upload(kind, file, user), user);
    }

    public Import undo(Import source, boolean force, CurrentUser user) {
        start.undo(source.id(), force, user);
        return settled(source);
    }

    public void await(int id) {
        settled(imports.require(new ImportId(id)));
    }

    private Import settled(Import source) {
        jobs.awaitUntil(() -> !imports.require(source.id()).state().isWorking());
        return imports.require(source.id());
    }

    /** A hash over every business table, whatever order its rows lie in. */
    public String fingerprint() {
        return jdbc.sql("""
                select string_agg(t.name || ':' || t.hash, E'\n' order by t.name) from (
                  select tablename as name, (xpath('/row/h/text()', query_to_xml(format(
                    'select count(*) || coalesce(md5(string_agg(md5(x::text), '''' order by md5(x::text))), '''') as h from %I x',
                    tablename), false, true, '')))[1]::text as hash
                  from pg_tables where schemaname = current_schema()
                    and tablename not like 'import%' and tablename <> 'person_session'
                    and tablename not in ('audit_entry', 'scheduled_tasks', 'flyway_schema_history', 'api_token', 'fact_change',
                      'deal_past', 'stage_visit_past')) t""").query(String.class).single();
    }
}
