package io.lijevak.imports;

import io.lijevak.platform.Companies;
import io.lijevak.platform.InvalidInput;
import io.lijevak.users.Action;
import io.lijevak.users.CurrentUser;
import io.lijevak.users.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a file in: reads it through, guesses its layout and proposes a mapping. Nothing is written of its rows. */
@Component
public class UploadFile {
    /** The most bytes a file may have. */
    public static final long BYTES = Limits.FILE_BYTES;

    private final Imports imports;
    private final ImportLayouts layouts;
    private final Companies companies;
    private final PropertyTargets properties;

    UploadFile(Imports imports, ImportLayouts layouts, Companies companies, PropertyTargets properties) {
        this.imports = imports;
        this.layouts = layouts;
        this.companies = companies;
        this.properties = properties;
    }

    /**
     * A file as it came, with what its sender wishes.
     *
     * @param mapping target by column; null for the remembered or proposed one
     */
    public record Upload(
            ImportKind kind,
            String fileName,
            Path content,
            @Nullable Map<String, String> mapping,
            ImportOptions options) {}

    /** Refuses with {@link InvalidInput} what is no table or too big, protected or broken. */
    @Transactional
    public ImportId take(Upload upload, CurrentUser user) {
        user.require(Resource.IMPORT, Action.CREATE);
        user.require(upload.kind().resource(), Action.CREATE);
        var file = TableFiles.open(upload.content());
        var table = new Table(file, LayoutGuess.of(upload.content(), file, null));
        var analysis = Analysis.of(table, upload.kind(), regional(), properties.of(upload.kind(), user));
        var wished = upload.mapping();
        var mapping = wished != null
                ? Mapping.of(upload.kind(), table.columns(), wished)
                : layouts.find(upload.kind(), table.columns()).orElse(analysis.proposal());
        var settings = new Import.Settings(
                analysis.layout(), analysis.columns(), mapping, upload.options().checked());
        return imports.insert(
                new Imports.Uploaded(
                        upload.kind(), name(upload.fileName()), hash(upload.content()), settings, analysis.rows()),
                upload.content(),
                user.id());
    }

    /** The refusal of a file over {@link #BYTES}. */
    public static InvalidInput tooBig() {
        return Limits.refuse("too-big", Limits.FILE_BYTES >> 20);
    }

    private NumberStyle regional() {
        return companies.current().language().equals("en") ? NumberStyle.POINT : NumberStyle.COMMA;
    }

    private static String name(String fileName) {
        var clean = Cell.clean(fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1));
        return clean.isEmpty() ? "file" : clean.length() > 200 ? clean.substring(clean.length() - 200) : clean;
    }

    private static String hash(Path content) {
        try (var in = Files.newInputStream(content)) {
            return ImportLayouts.Hashes.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
