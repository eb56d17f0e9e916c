package io.lijevak.platform.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** XLSX written row by row; every text is a typed string cell, never a formula. */
final class WorkbookTable implements TableDownload.Writer {
    private static final int LONGEST_CELL = 32_767;
    private static final int LONGEST_SHEET_NAME = 31;
    private static final int ROWS_IN_MEMORY = 500;
    private final Workbook workbook;
    private final Worksheet sheet;
    private final ZoneId zone;
    private int row;

    WorkbookTable(OutputStream stream, String name, ZoneId zone) {
        this.zone = zone;
        this.workbook = new Workbook(stream, "Lijevak", "1.0");
        var plain = name.replaceAll("[\\[\\]:*?/\\\\]", " ");
        this.sheet = workbook.newWorksheet(plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME)));
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (var column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        if (row == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    @Override
    public void finish() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    private void write(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case TableDownload.Verbatim verbatim -> sheet.inlineString(row, column, verbatim.text());
            case Number number -> sheet.value(row, column, number);
            case LocalDate date -> {
                sheet.value(row, column, date);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant moment -> {
                sheet.value(row, column, moment.atZone(zone).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> {
                var text = cell.toString();
                sheet.inlineString(row, column, text.substring(0, Math.min(text.length(), LONGEST_CELL)));
            }
        }
    }
}
