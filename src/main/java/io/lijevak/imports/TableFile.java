package io.lijevak.imports;

import java.util.List;
import java.util.function.Predicate;

/** A file of tables, read row by row. Reading what cannot be read throws {@link io.lijevak.platform.InvalidInput}. */
sealed interface TableFile permits XlsxFile, XlsFile, CsvFile {
    /** Names of the sheets in their order; empty for a file that has none. */
    List<String> sheets();

    /** Gives every row of the sheet, blank ones too, until the reader answers false. */
    void read(Layout layout, Predicate<SheetRow> reader);

    /** Vertically merged cells of the sheet, where the format knows them. */
    default Merges merges(Layout layout) {
        return Merges.NONE;
    }
}
