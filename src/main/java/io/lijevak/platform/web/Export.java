package io.lijevak.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The answer of a page to be taken along: a table for spreadsheets, and pages for print.
 *
 * @param print asked only when something is printed
 */
public record Export(Ui ui, Words words, Sheet sheet, Supplier<Print> print) {
    /**
     * What is said about the answer.
     *
     * @param name of its file, without an ending
     * @param summary its main numbers in a sentence, empty without
     * @param facts what was asked
     * @param at the moment that it tells of
     */
    public record Words(String title, String name, String summary, List<Fact> facts, Instant at) {
        /** "As of 28. 11. 2026. 07:00 (Europe/Zagreb)". */
        public String asOf(Ui ui) {
            return ui.t(
                    "platform.print.asOf", ui.f().dateTime(at), ui.f().zone().getId());
        }

        Words titled(String other) {
            return new Words(other, name, summary, facts, at);
        }
    }

    /** Something that was asked, such as the period, in words. */
    public record Fact(String label, String value) {}

    /** The table. */
    @FunctionalInterface
    public interface Sheet {
        void write(TableDownload.Format format, OutputStream stream);
    }

    /** A template that stands in {@code platform/print}; it is given {@code ui}, {@code words} and the model. */
    public record Print(String template, Map<String, Object> model) {}

    /** A list whose rows are printed as they stand in the table. */
    public static <T> Export ofRows(Ui ui, Words words, TableDownload<T> table, Consumer<Consumer<T>> rows) {
        return new Export(
                ui,
                words,
                (format, stream) -> table.write(format, stream, rows),
                () -> new Print("platform/printRows", Map.of("rows", PrintedRows.of(table, ui.f(), rows))));
    }

    /** A list of now, called by its title. */
    public static <T> Export ofList(
            Ui ui, String title, List<Fact> facts, List<TableDownload.Column<T>> columns, Consumer<Consumer<T>> rows) {
        return ofRows(
                ui,
                new Words(title, title, "", facts, ui.now()),
                new TableDownload<>(title, ui.f().region(), ui.f().zone(), columns),
                rows);
    }

    /** A report, printed by a template. */
    public static Export ofReport(Ui ui, Words words, ReportTables tables, Supplier<Print> print) {
        return new Export(ui, words, (format, stream) -> tables.write(ui, words, format, stream), print);
    }

    /** Answers a request for the file with the ending {@code csv}, {@code xlsx} or {@code pdf}. */
    public void send(String ending, HttpServletResponse response) {
        try {
            if (ending.equals("pdf")) {
                var pdf = pdf(words.title());
                TableDownload.head(response, words.name() + ".pdf", "application/pdf");
                response.getOutputStream().write(pdf);
            } else {
                var format = TableDownload.Format.valueOfEnding(ending);
                TableDownload.head(response, words.name() + "." + ending, format.mediaType());
                sheet.write(format, response.getOutputStream());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its pages under a title, as PDF. */
    public byte[] pdf(String title) {
        var printed = print.get();
        var model = new HashMap<>(printed.model());
        model.put("ui", ui);
        model.put("words", words.titled(title));
        return ui.printed(printed.template(), model);
    }
}
