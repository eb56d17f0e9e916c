package io.lijevak.imports;

import io.lijevak.platform.InvalidInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;

/** An old .xls workbook; it has 65,536 rows a sheet at most, so it is held whole, within a size limit. */
final class XlsFile implements TableFile {
    private final HSSFWorkbook workbook;
    private final boolean dates1904;

    XlsFile(Path file) {
        this.workbook = open(file);
        this.dates1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
    }

    private static HSSFWorkbook open(Path file) {
        try {
            if (Files.size(file) > Limits.OLD_WORKBOOK_BYTES) {
                throw Limits.refuse("old-too-big", Limits.OLD_WORKBOOK_BYTES >> 20);
            }
            try (var system = new POIFSFileSystem(file.toFile(), true)) {
                if (system.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                    throw Limits.refuse("password");
                }
                return new HSSFWorkbook(system, false);
            }
        } catch (EncryptedDocumentException e) {
            throw Limits.refuse("password");
        } catch (InvalidInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw Limits.refuse("corrupt");
        }
    }

    @Override
    public List<String> sheets() {
        var names = new ArrayList<String>();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            if (!workbook.isSheetHidden(i) && !workbook.isSheetVeryHidden(i)) {
                names.add(workbook.getSheetName(i));
            }
        }
        return names;
    }

    @Override
    public Merges merges(Layout layout) {
        var areas = sheet(layout).getMergedRegions().stream()
                .map(region -> new Merges.Area(
                        region.getFirstRow() + 1,
                        region.getLastRow() + 1,
                        region.getFirstColumn(),
                        region.getLastColumn()))
                .toList();
        return new Merges(areas);
    }

    @Override
    public void read(Layout layout, Predicate<SheetRow> reader) {
        var sheet = sheet(layout);
        for (int i = 0; i <= sheet.getLastRowNum(); i++) {
            var row = sheet.getRow(i);
            if (!reader.test(new SheetRow(i + 1, row == null ? List.of() : cells(row)))) {
                return;
            }
        }
    }

    private HSSFSheet sheet(Layout layout) {
        var sheet = workbook.getSheet(layout.sheet());
        if (sheet == null) {
            throw Limits.refuse("no-sheet", String.valueOf(layout.sheet()));
        }
        return sheet;
    }

    private List<Cell> cells(Row row) {
        var cells = new ArrayList<Cell>();
        for (int column = 0; column < Math.min(row.getLastCellNum(), Limits.COLUMNS + 1); column++) {
            var cell = row.getCell(column);
            cells.add(cell == null ? Cell.EMPTY : read(cell));
        }
        return cells;
    }

    private Cell read(org.apache.poi.ss.usermodel.Cell cell) {
        var type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> Cell.text(cell.getStringCellValue());
            case BOOLEAN -> Cell.text(String.valueOf(cell.getBooleanCellValue()));
            case NUMERIC -> number(cell);
            case BLANK, ERROR, FORMULA, _NONE -> Cell.EMPTY;
        };
    }

    private Cell number(org.apache.poi.ss.usermodel.Cell cell) {
        var value = new BigDecimal(cell.getNumericCellValue(), MathContext.DECIMAL64);
        var exact = new BigDecimal(Double.toString(cell.getNumericCellValue()));
        var style = cell.getCellStyle();
        return SheetNumbers.read(
                exact.precision() < value.precision() ? exact : value,
                style.getDataFormat(),
                style.getDataFormatString(),
                dates1904);
    }
}
