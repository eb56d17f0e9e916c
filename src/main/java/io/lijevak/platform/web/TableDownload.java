package io.lijevak.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;

/**
 * A table as a file, written row by row, so that its size does not matter. Texts cannot become live formulas in the
 * spreadsheet that opens it.
 *
 * @param name file name without its ending, also the name of the sheet
 * @param region whose decimal sign and list separator the CSV uses
 * @param zone in which instants are written
 */
public record TableDownload<T>(String name, Locale region, ZoneId zone, List<Column<T>> columns) {
    /** Kind of file, by the ending of the address that asks for it. */
    public enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        /** {@code csv} or {@code xlsx}. */
        public static Format valueOfEnding(String ending) {
            return Format.valueOf(ending.toUpperCase(Locale.ROOT));
        }

        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /**
     * A column: its heading and the value of a row, which may be text, a {@link Number}, {@link LocalDate}, {@link
     * java.time.Instant}, {@link Verbatim} or null.
     */
    public record Column<T>(String heading, Function<T, @Nullable Object> value) {}

    /** Text that may begin like a formula and is none, such as a telephone number with its plus. */
    public record Verbatim(String text) {}

    /** Takes the rows one after another. */
    interface Writer {
        void row(List<@Nullable Object> cells) throws IOException;

        void finish() throws IOException;
    }

    /** Writes headings and rows into the response; {@code source} hands each row to the consumer it is given. */
    public void write(Format format, HttpServletResponse response, Consumer<Consumer<T>> source) {
        head(response, name + "." + format.ending(), format.mediaType);
        try {
            write(format, response.getOutputStream(), source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says that the answer is a file of the name. */
    static void head(HttpServletResponse response, String fileName, String mediaType) {
        response.setContentType(mediaType);
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
    }

    /** Writes headings and rows into the stream, and leaves it open. */
    public void write(Format format, OutputStream stream, Consumer<Consumer<T>> source) {
        try {
            var writer =
                    format == Format.CSV ? new CsvTable(stream, region, zone) : new WorkbookTable(stream, name, zone);
            writer.row(columns.stream().<@Nullable Object>map(Column::heading).toList());
            source.accept(row -> write(writer, row));
            writer.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Writer writer, T row) {
        try {
            writer.row(columns.stream()
                    .<@Nullable Object>map(column -> column.value().apply(row))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
