package io.lijevak.imports;

import io.lijevak.platform.Companies;
import io.lijevak.platform.Conflict;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how the file of an import is read and mapped, before anything of it is written. */
@Component
public class ChangeImport {
    /** Charsets a text file may be read in. */
    public static final List<String> ENCODINGS = TextEncoding.CHOICES;

    private final Imports imports;
    private final ImportLayouts layouts;
    private final Companies companies;
    private final PropertyTargets properties;

    ChangeImport(Imports imports, ImportLayouts layouts, Companies companies, PropertyTargets properties) {
        this.imports = imports;
        this.layouts = layouts;
        this.companies = companies;
        this.properties = properties;
    }

    /** The file's sheets and the first rows as they stand in it. */
    public record Preview(List<String> sheets, List<List<String>> rows) {}

    /** What the layout page shows. */
    public Preview preview(ImportId id, CurrentUser user) {
        var source = imports.require(id);
        user.require(Resource.IMPORT, Action.VIEW, source.by().person());
        return withFile(id, (path, file) -> {
            var rows = LayoutGuess.sample(file, source.settings().layout()).stream()
                    .limit(20)
                    .map(row -> row.cells().stream().limit(30).map(Cell::text).toList())
                    .toList();
            return new Preview(file.sheets(), rows);
        });
    }

    /** Reads the file in another layout; another sheet or encoding has its header guessed anew. */
    @Transactional
    public void layout(ImportId id, Layout wished, CurrentUser user) {
        var source = open(id, user);
        if (wished.encoding() != null && !ENCODINGS.contains(wished.encoding())) {
            throw Limits.refuse("encoding", wished.encoding());
        }
        withFile(id, (path, file) -> {
            var before = source.settings().layout();
            var isSame = java.util.Objects.equals(wished.sheet(), before.sheet())
                    && java.util.Objects.equals(wished.encoding(), before.encoding())
                    && java.util.Objects.equals(wished.delimiter(), before.delimiter());
            var layout = isSame ? wished : LayoutGuess.withHeader(file, wished.withHeader(0, 1));
            var table = new Table(file, layout);
            var regional = companies.current().language().equals("en") ? NumberStyle.POINT : NumberStyle.COMMA;
            var analysis = Analysis.of(table, source.kind(), regional, properties.of(source.kind(), user));
            var mapping = layouts.find(source.kind(), table.columns()).orElse(analysis.proposal());
            imports.settle(
                    id,
                    new Import.Settings(
                            layout,
                            analysis.columns(),
                            mapping,
                            source.settings().options()),
                    analysis.rows());
            return id;
        });
    }

    /** Maps columns to targets; columns not named go nowhere. */
    @Transactional
    public void mapping(ImportId id, Map<String, String> targets, CurrentUser user) {
        var source = open(id, user);
        var columns =
                source.settings().columns().stream().map(SourceColumn::source).toList();
        settle(
                source,
                Mapping.of(source.kind(), columns, targets),
                source.settings().options());
    }

    @Transactional
    public void options(ImportId id, ImportOptions options, CurrentUser user) {
        var source = open(id, user);
        settle(source, source.settings().mapping(), options.checked());
    }

    private void settle(Import source, Mapping mapping, ImportOptions options) {
        imports.forgetCheck(source.id());
        imports.settle(
                source.id(),
                new Import.Settings(
                        source.settings().layout(), source.settings().columns(), mapping, options),
                source.progress().rows());
    }

    private Import open(ImportId id, CurrentUser user) {
        var source = imports.hold(id);
        user.require(Resource.IMPORT, Action.CREATE, source.by().person());
        if (!source.state().isOpen() || imports.hasWritten(id)) {
            throw new Conflict("imports.error.not-open");
        }
        return source;
    }

    private <T> T withFile(ImportId id, BiFunction<Path, TableFile, T> work) {
        var path = imports.content(id);
        try {
            return work.apply(path, TableFiles.open(path));
        } finally {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
