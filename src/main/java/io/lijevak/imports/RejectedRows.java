package io.lijevak.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Reads the rows kept out of an import back from its file. */
@Component
public class RejectedRows {
    private final Imports imports;
    private final ImportReport report;

    /** A row as it stood in the file, as wide as the table, with the reason it was kept out. */
    public record Row(List<String> cells, String reason) {}

    RejectedRows(Imports imports, ImportReport report) {
        this.imports = imports;
        this.report = report;
    }

    /** Gives each of them in the file's order. */
    public void each(Import source, String language, Consumer<Row> reader) {
        var reasons = report.reasons(source.id(), language);
        var content = imports.content(source.id());
        try {
            var width = source.settings().columns().size();
            var table = new Table(TableFiles.open(content), source.settings().layout());
            table.records(record -> {
                var reason = reasons.get(record.number());
                if (reason != null) {
                    var cells = IntStream.range(0, width)
                            .mapToObj(column -> record.cell(column).text())
                            .toList();
                    reader.accept(new Row(cells, reason));
                }
                return true;
            });
        } finally {
            try {
                Files.deleteIfExists(content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
