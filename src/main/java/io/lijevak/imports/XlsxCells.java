package io.lijevak.imports;

import java.math.BigDecimal;

/** Cells of an .xlsx as ours. */
final class XlsxCells {
    private XlsxCells() {}

    static Cell read(org.dhatim.fastexcel.reader.Cell cell, boolean dates1904) {
        return switch (cell.getValue()) {
            case null -> Cell.EMPTY;
            case BigDecimal number -> SheetNumbers.read(number, formatId(cell), cell.getDataFormatString(), dates1904);
            case Boolean flag -> Cell.text(flag.toString());
            case Object other ->
                cell.getType() == org.dhatim.fastexcel.reader.CellType.ERROR ? Cell.EMPTY : text(other.toString());
        };
    }

    private static Cell text(String text) {
        return Cell.text(text.length() > Limits.CELL_CHARACTERS ? text.substring(0, Limits.CELL_CHARACTERS) : text);
    }

    private static int formatId(org.dhatim.fastexcel.reader.Cell cell) {
        var id = cell.getDataFormatId();
        return id == null ? 0 : id;
    }
}
