package io.lijevak.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** A text file with one record a line, fields parted by a delimiter. */
final class CsvFile implements TableFile {
    private final Path file;

    CsvFile(Path file) {
        this.file = file;
    }

    @Override
    public List<String> sheets() {
        return List.of();
    }

    @Override
    public void read(Layout layout, Predicate<SheetRow> reader) {
        var delimiter = Objects.requireNonNull(layout.delimiter());
        try (var text = open(Objects.requireNonNull(layout.encoding()));
                var csv = csv(delimiter, text)) {
            int number = 0;
            for (var fields : csv) {
                number++;
                if (number > Limits.ROWS + 100) {
                    throw Limits.refuse("too-many-rows", Limits.ROWS);
                }
                if (!reader.test(row(number, fields))) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw causedByEncoding(e)
                    ? Limits.refuse("encoding", String.valueOf(layout.encoding()))
                    : Limits.refuse("quotes");
        } catch (UncheckedIOException | IOException e) {
            throw Limits.refuse("encoding", String.valueOf(layout.encoding()));
        }
    }

    private static SheetRow row(int number, CsvRecord fields) {
        var cells = fields.getFields().stream()
                .limit(Limits.COLUMNS + 1L)
                .map(Cell::text)
                .toList();
        return new SheetRow(number, cells);
    }

    static CsvReader<CsvRecord> csv(String delimiter, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter.charAt(0))
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(4 << 20)
                .ofCsvRecord(text);
    }

    private Reader open(String encoding) throws IOException {
        var decoder = Charset.forName(encoding)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(
                        encoding.startsWith("UTF") ? CodingErrorAction.REPORT : CodingErrorAction.REPLACE);
        var in = Files.newInputStream(file);
        in.skipNBytes(TextEncoding.markLength(file));
        return new InputStreamReader(in, decoder);
    }

    private static boolean causedByEncoding(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }
}
