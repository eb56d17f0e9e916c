package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class TableDownloadTests {
    private static final ZoneId ZAGREB = ZoneId.of("Europe/Zagreb");

    @Test
    void writesTextsThatLookLikeFormulasWithAnApostrophe() {
        var csv = csv(Locale.UK, "=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\0x", "plain");

        assertThat(csv.lines().skip(1))
                .containsExactly("'=1+1", "'+1", "'-1", "'@SUM(A1)", "'\tx", "\"'", "x\"", "'\0x", "plain");
    }

    @Test
    void leavesPhonesNumbersAndDatesAsTheyAre() {
        var csv = csv(
                Locale.of("hr", "HR"),
                new TableDownload.Verbatim("+385912345678"),
                new BigDecimal("-12.50"),
                -3L,
                LocalDate.of(2026, 11, 23),
                Instant.parse("2026-11-23T15:04:00Z"),
                null);

        assertThat(csv.lines().skip(1))
                .containsExactly("+385912345678", "-12,50", "-3", "2026-11-23", "2026-11-23 16:04", "");
    }

    @Test
    void separatesBySemicolonWhereTheDecimalSignIsAComma() {
        var table = new TableDownload<String>(
                "a",
                Locale.of("ru", "RU"),
                ZAGREB,
                List.of(new TableDownload.Column<>("x", r -> r), new TableDownload.Column<>("y", r -> r + ";")));
        var response = new MockHttpServletResponse();

        table.write(TableDownload.Format.CSV, response, rows -> rows.accept("1"));

        assertThat(text(response)).isEqualTo("\ufeffx;y\r\n1;\"1;\"\r\n");
        assertThat(response.getHeader("Content-Disposition")).contains("a.csv");
    }

    @Test
    void writesTypedStringsIntoAWorkbook() throws IOException {
        var response = new MockHttpServletResponse();

        table(Locale.UK).write(TableDownload.Format.XLSX, response, rows -> {
            rows.accept("=1+1");
            rows.accept(new BigDecimal("1234.50"));
            rows.accept("čšž <&> \"'");
        });

        var rows = rows(response);
        assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
        assertThat(rows.get(2).getCellAsNumber(0)).contains(new BigDecimal("1234.50"));
        assertThat(rows.get(3).getCellText(0)).isEqualTo("čšž <&> \"'");
    }

    @Test
    void writesManyRowsIntoAWorkbook() throws IOException {
        var response = new MockHttpServletResponse();

        table(Locale.UK).write(TableDownload.Format.XLSX, response, rows -> {
            for (var i = 0; i < 2_000; i++) {
                rows.accept("row " + i);
            }
        });

        assertThat(rows(response)).hasSize(2_001);
    }

    private static List<Row> rows(MockHttpServletResponse response) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(response.getContentAsByteArray()))) {
            return workbook.getFirstSheet().read();
        }
    }

    private static String csv(Locale region, @Nullable Object... cells) {
        var response = new MockHttpServletResponse();
        table(region).write(TableDownload.Format.CSV, response, rows -> {
            for (var cell : cells) {
                rows.accept(cell == null ? "NULL" : cell);
            }
        });
        return text(response);
    }

    private static TableDownload<Object> table(Locale region) {
        return new TableDownload<>(
                "table",
                region,
                ZAGREB,
                List.of(new TableDownload.Column<>("heading", cell -> cell.equals("NULL") ? null : cell)));
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
