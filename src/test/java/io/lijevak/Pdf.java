package io.lijevak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads what a PDF says, and what a table of a page says, to compare them. */
public final class Pdf {
    private static final Pattern ROW = Pattern.compile("(?s)<tr[^>]*>(?:(?!</tr>).)*<t[dh](?:(?!</tr>).)*</tr>");
    private static final Pattern CELL = Pattern.compile("(?s)<t[dh]\\b[^>]*>(.*?)</t[dh]>");
    private static final Pattern MARKUP =
            Pattern.compile("(?s)<svg.*?</svg>|<span class=\"(?:sr|avatar)\\b[^>]*>[^<]*</span>|<[^>]*>");

    private Pdf() {}

    /** All its text in one line. */
    public static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return plain(stripper.getText(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a response whose bytes were read as Latin 1. */
    public static String text(String bytes) {
        return text(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The words of each row of the tables of a page that everybody sees. */
    public static List<String> rows(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> CELL.matcher(row.group())
                        .results()
                        .map(cell -> plain(MARKUP.matcher(cell.group(1)).replaceAll(" ")))
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
