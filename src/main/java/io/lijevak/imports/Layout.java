package io.lijevak.imports;

import org.jspecify.annotations.Nullable;

/**
 * Where in a file the table stands. All of it is guessed and may be changed by hand.
 *
 * @param sheet name of the sheet; null in a CSV file
 * @param headerRow number of the (first) header row, 0 when the table has none
 * @param headerRows 1, or 2 where a merged header has its parts below it
 * @param encoding charset of a CSV file
 * @param delimiter field separator of a CSV file
 */
public record Layout(
        @Nullable String sheet,
        int headerRow,
        int headerRows,
        @Nullable String encoding,
        @Nullable String delimiter) {
    public Layout withHeader(int row, int rows) {
        return new Layout(sheet, row, rows, encoding, delimiter);
    }

    public Layout withSheet(String name) {
        return new Layout(name, headerRow, headerRows, encoding, delimiter);
    }

    int firstDataRow() {
        return headerRow == 0 ? 1 : headerRow + headerRows;
    }
}
