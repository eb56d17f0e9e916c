package io.lijevak.imports;

import io.lijevak.platform.InvalidInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** An .xlsx workbook, streamed. */
final class XlsxFile implements TableFile {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    private final Path file;
    private final List<String> sheets;

    XlsxFile(Path file) {
        this.file = file;
        Archive.check(file);
        this.sheets = names();
    }

    @Override
    public List<String> sheets() {
        return sheets;
    }

    @Override
    public Merges merges(Layout layout) {
        return XlsxMerges.of(file, sheet(layout).getIndex());
    }

    @Override
    public void read(Layout layout, Predicate<SheetRow> reader) {
        try (var workbook = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            var dates1904 = workbook.isDate1904();
            var sheet = workbook.getSheets()
                    .filter(s -> s.getName().equals(layout.sheet()))
                    .findFirst()
                    .orElseThrow(() -> Limits.refuse("no-sheet", String.valueOf(layout.sheet())));
            try (var rows = sheet.openStream()) {
                var iterator = rows.iterator();
                int expected = 1;
                while (iterator.hasNext()) {
                    var row = iterator.next();
                    if (row.getRowNum() > Limits.ROWS + 100) {
                        throw Limits.refuse("too-many-rows", Limits.ROWS);
                    }
                    for (; expected < row.getRowNum() && expected < row.getRowNum(); expected++) {
                        if (!reader.test(new SheetRow(expected, List.of()))) {
                            return;
                        }
                    }
                    if (!reader.test(new SheetRow(row.getRowNum(), cells(row, dates1904)))) {
                        return;
                    }
                    expected = row.getRowNum() + 1;
                }
            }
        } catch (InvalidInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Limits.refuse("corrupt");
        }
    }

    private static List<Cell> cells(Row row, boolean dates1904) {
        var last = Math.min(row.getCellCount(), Limits.COLUMNS + 1);
        var cells = new ArrayList<Cell>(last);
        for (int column = 0; column < last; column++) {
            var cell = row.getCell(column);
            cells.add(cell == null ? Cell.EMPTY : XlsxCells.read(cell, dates1904));
        }
        return cells;
    }

    private List<String> names() {
        try (var workbook = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            var visible = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList();
            return visible.isEmpty() ? workbook.getSheets().map(Sheet::getName).toList() : visible;
        } catch (IOException | ExcelReaderException e) {
            throw Limits.refuse("corrupt");
        } catch (RuntimeException e) {
            throw Limits.refuse("corrupt");
        }
    }

    private Sheet sheet(Layout layout) {
        try (var workbook = new ReadableWorkbook(file.toFile(), OPTIONS)) {
            return workbook.getSheets()
                    .filter(s -> s.getName().equals(layout.sheet()))
                    .findFirst()
                    .orElseThrow(() -> Limits.refuse("no-sheet", String.valueOf(layout.sheet())));
        } catch (IOException e) {
            throw Limits.refuse("corrupt");
        }
    }
}
