package io.lijevak.imports.web;

import io.lijevak.imports.Import;
import io.lijevak.imports.ImportId;
import io.lijevak.imports.ImportKind;
import io.lijevak.imports.ImportOptions;
import io.lijevak.imports.ImportReport;
import io.lijevak.imports.Imports;
import io.lijevak.imports.StartImport;
import io.lijevak.imports.UploadFile;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.Allow;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Imports for programs: upload, check, run, ask, undo. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsApi {
    private static final int MOST_ERRORS = 1_000;
    private final UploadFile upload;
    private final StartImport start;
    private final Imports imports;
    private final ImportReport report;
    private final JsonMapper json;

    ImportsApi(UploadFile upload, StartImport start, Imports imports, ImportReport report, JsonMapper json) {
        this.upload = upload;
        this.start = start;
        this.imports = imports;
        this.report = report;
        this.json = json;
    }

    record ColumnJson(String source, @Nullable String target, List<String> samples) {}

    record ImportJson(
            long id,
            String kind,
            String fileName,
            String state,
            int rows,
            int done,
            int created,
            int updated,
            int skipped,
            int failed,
            List<ImportReport.Line> errors,
            List<ColumnJson> columns,
            io.lijevak.imports.@Nullable Findings findings,
            @Nullable String failure,
            @Nullable Long sameFileAs) {}

    /** Takes a file; its columns come back with the targets proposed for them. */
    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportJson upload(
            @RequestParam String kind,
            @RequestPart MultipartFile file,
            @RequestParam(required = false) @Nullable String mapping,
            @RequestParam(required = false) @Nullable String options,
            @RequestPart(name = "mapping", required = false) @Nullable MultipartFile mappingPart,
            @RequestPart(name = "options", required = false) @Nullable MultipartFile optionsPart,
            CurrentUser user) {
        var wanted = ImportKind.read(kind).orElseThrow(() -> InvalidInput.at("kind", "imports.file.no-kind", kind));
        var targets = mapping(text(mapping, mappingPart));
        var wishes = options(text(options, optionsPart));
        var id = ReceivedFile.with(
                file,
                path -> upload.take(
                        new UploadFile.Upload(wanted, ReceivedFile.name(file), path, targets, wishes), user));
        return json(id, user);
    }

    @Allow(resource = Resource.IMPORT, action = Action.VIEW)
    @GetMapping("/{id}")
    ImportJson get(@PathVariable ImportId id, CurrentUser user) {
        return json(id, user);
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/{id}/dry-run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportJson check(@PathVariable ImportId id, CurrentUser user) {
        start.check(id, user);
        return json(id, user);
    }

    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportJson run(@PathVariable ImportId id, CurrentUser user) {
        start.run(id, user);
        return json(id, user);
    }

    /** Takes the import back; {@code force} also where records were changed since. */
    @Allow(resource = Resource.IMPORT, action = Action.CREATE)
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportJson undo(@PathVariable ImportId id, @RequestParam(defaultValue = "false") boolean force, CurrentUser user) {
        start.undo(id, force, user);
        return json(id, user);
    }

    private ImportJson json(ImportId id, CurrentUser user) {
        var source = imports.require(id);
        user.require(Resource.IMPORT, Action.VIEW, source.by().person());
        var progress = source.progress();
        return new ImportJson(
                id.value(),
                source.kind().code(),
                source.fileName(),
                source.state().code(),
                progress.rows(),
                progress.done(),
                progress.created(),
                progress.updated(),
                progress.skipped(),
                progress.failed(),
                report.errors(id, user.language(), MOST_ERRORS),
                columns(source),
                source.findings(),
                report.failure(source, user.language()),
                source.state().isOpen()
                        ? imports.twin(id).map(twin -> twin.id().value()).orElse(null)
                        : null);
    }

    private static List<ColumnJson> columns(Import source) {
        var targets = source.settings().mapping().targets();
        return source.settings().columns().stream()
                .map(column -> new ColumnJson(column.source(), targets.get(column.source()), column.samples()))
                .toList();
    }

    private static @Nullable String text(@Nullable String parameter, @Nullable MultipartFile part) {
        try {
            return part == null ? parameter : new String(part.getBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@code {"Naziv": "name"}}, or a list of {@code {"source": "Naziv", "target": "name"}} as this API gives it. */
    private @Nullable Map<String, String> mapping(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var node = json.readTree(text);
            var targets = new java.util.LinkedHashMap<String, String>();
            if (node.isArray()) {
                node.forEach(column -> put(targets, column.path("source").asString(""), column.path("target")));
            } else {
                node.properties().forEach(column -> put(targets, column.getKey(), column.getValue()));
            }
            return targets;
        } catch (JacksonException e) {
            throw InvalidInput.at("mapping", "imports.mapping.not-json");
        }
    }

    private static void put(Map<String, String> targets, String source, JsonNode target) {
        if (target.isString()) {
            targets.put(source, target.asString());
        }
    }

    private ImportOptions options(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return ImportOptions.defaults();
        }
        try {
            return json.readValue(text, new TypeReference<ImportOptions>() {});
        } catch (JacksonException e) {
            throw InvalidInput.at("options", "imports.options.not-json");
        }
    }
}
