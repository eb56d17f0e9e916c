package io.lijevak.platform.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** CSV that spreadsheets of the region open by a double click; texts that would start a formula get an apostrophe. */
final class CsvTable implements TableDownload.Writer {
    private static final String FORMULA_STARTS = "=+-@\t\r\0";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final char decimal;
    private final ZoneId zone;
    private final OutputStreamWriter out;
    private final CsvWriter csv;

    CsvTable(OutputStream stream, Locale region, ZoneId zone) throws IOException {
        this.decimal = DecimalFormatSymbols.getInstance(region).getDecimalSeparator();
        this.zone = zone;
        this.out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\ufeff');
        this.csv =
                CsvWriter.builder().fieldSeparator(decimal == ',' ? ';' : ',').build(out);
    }

    @Override
    public void row(List<@Nullable Object> cells) {
        csv.writeRecord(cells.stream().map(this::text).collect(Collectors.toList()));
    }

    @Override
    public void finish() throws IOException {
        csv.flush();
        out.flush();
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case TableDownload.Verbatim verbatim -> verbatim.text();
            case BigDecimal number -> number.toPlainString().replace('.', decimal);
            case Double number -> BigDecimal.valueOf(number).toPlainString().replace('.', decimal);
            case Number number -> number.toString();
            case LocalDate date -> date.toString();
            case Instant moment -> MOMENT.format(moment.atZone(zone));
            default -> harmless(cell.toString());
        };
    }

    private static String harmless(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
