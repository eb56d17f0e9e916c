package io.lijevak.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Guesses sheet, encoding, delimiter and header row of a file. */
final class LayoutGuess {
    private static final int SAMPLE_ROWS = 60;
    private static final int HEADER_WITHIN = 30;
    private static final Pattern DATA_LIKE = Pattern.compile(".*(@|\\d{5,}|\\d[.,/]\\d).*", Pattern.DOTALL);

    private LayoutGuess() {}

    /** The most likely layout; a sheet named by the wish is kept. */
    static Layout of(Path path, TableFile file, @Nullable String sheet) {
        if (file instanceof CsvFile) {
            var encoding = encoding(path);
            return withHeader(file, new Layout(null, 0, 1, encoding, delimiter(path, encoding)));
        }
        if (sheet != null) {
            return withHeader(file, new Layout(sheet, 0, 1, null, null));
        }
        return file.sheets().stream()
                .map(name -> new Layout(name, 0, 1, null, null))
                .filter(layout -> sample(file, layout).stream()
                                .filter(row -> !row.isBlank())
                                .count()
                        > 1)
                .findFirst()
                .map(layout -> withHeader(file, layout))
                .orElseGet(() -> withHeader(file, new Layout(file.sheets().getFirst(), 0, 1, null, null)));
    }

    /** The layout with the guessed header row. */
    static Layout withHeader(TableFile file, Layout layout) {
        var rows = sample(file, layout);
        var merges = file.merges(layout);
        var typical = typicalWidth(rows);
        for (var row : rows) {
            if (row.number() > HEADER_WITHIN) {
                break;
            }
            if (row.filled() >= Math.max(1, (typical + 1) / 2) && looksLikeHeader(row)) {
                return layout.withHeader(row.number(), hasPartsBelow(rows, row, merges) ? 2 : 1);
            }
        }
        return layout.withHeader(0, 1);
    }

    static List<SheetRow> sample(TableFile file, Layout layout) {
        var rows = new ArrayList<SheetRow>();
        file.read(layout, row -> {
            rows.add(row);
            return rows.size() < SAMPLE_ROWS;
        });
        return rows;
    }

    private static long typicalWidth(List<SheetRow> rows) {
        var widths = rows.stream()
                .mapToLong(SheetRow::filled)
                .filter(filled -> filled > 0)
                .sorted()
                .toArray();
        return widths.length == 0 ? 0 : widths[widths.length / 2];
    }

    private static boolean looksLikeHeader(SheetRow row) {
        var seen = new HashSet<String>();
        int length = 0;
        for (var cell : row.cells()) {
            if (cell.isEmpty()) {
                continue;
            }
            if (cell.kind() != Cell.Kind.TEXT || DATA_LIKE.matcher(cell.text()).matches()) {
                return false;
            }
            seen.add(cell.text());
            length += cell.text().length();
        }
        return seen.size() * 5 >= row.filled() * 4 && length / row.filled() <= 45;
    }

    /** A second header row fills gaps of the first one, below a cell merged across or beside one merged down. */
    private static boolean hasPartsBelow(List<SheetRow> rows, SheetRow header, Merges merges) {
        var below = rows.stream()
                .filter(row -> row.number() == header.number() + 1)
                .findFirst()
                .orElse(null);
        if (below == null || below.isBlank() || !looksLikeHeader(below) || below.filled() > header.filled()) {
            return false;
        }
        var fillsGap = false;
        for (int column = 0; column < below.cells().size(); column++) {
            if (!below.cell(column).isEmpty()) {
                fillsGap |= header.cell(column).isEmpty();
                if (merges.spansBelow(header.number(), column)) {
                    return false;
                }
            }
        }
        var parts = below;
        var mergedAcross = java.util.stream.IntStream.range(0, header.cells().size())
                .anyMatch(c ->
                        merges.spansAcross(header.number(), c) && !parts.cell(c).isEmpty());
        return fillsGap && mergedAcross;
    }

    private static String encoding(Path path) {
        try {
            return TextEncoding.guess(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The delimiter that parts the first lines into the most columns of equal number. */
    private static String delimiter(Path path, String encoding) {
        var text = head(path, encoding);
        if (text.startsWith("sep=") && text.length() > 4) {
            return text.substring(4, 5);
        }
        var best = ",";
        double bestScore = 0;
        for (var delimiter : List.of(";", ",", "\t", "|")) {
            var score = score(delimiter, text);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String delimiter, String text) {
        var widths = new ArrayList<Integer>();
        try (var csv = CsvFile.csv(delimiter, new StringReader(text))) {
            for (var fields : csv) {
                if (widths.size() < SAMPLE_ROWS && !fields.getField(0).isEmpty() || fields.getFieldCount() > 1) {
                    widths.add(fields.getFieldCount());
                }
            }
        } catch (RuntimeException | IOException e) {
            // The sample ends in the middle of a record.
        }
        if (widths.isEmpty()) {
            return 0;
        }
        var sorted = widths.stream().sorted().toList();
        var median = sorted.get(sorted.size() / 2);
        var agreeing = widths.stream().filter(median::equals).count();
        return (median - 1) * (double) agreeing / widths.size();
    }

    private static String head(Path path, String encoding) {
        try (var in = Files.newInputStream(path)) {
            in.skipNBytes(TextEncoding.markLength(path));
            return new String(in.readNBytes(64 << 10), Charset.forName(encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
