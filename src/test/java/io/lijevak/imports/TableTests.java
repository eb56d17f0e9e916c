package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.platform.InvalidInput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.Assertions;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "windows-1250,Čakovec;Đurđevac",
        "windows-1251,Ёлкин и сын;Москва",
        "UTF-8,Šibenik;Ž",
        "KOI8-R,Большая фирма из Москвы и области;Санкт-Петербург город на Неве",
        "UTF-16LE,Čačak;Москва"
    })
    void readsTheUsualEncodings(String encoding, String line) throws IOException {
        var text = "Naziv;Grad\n" + (line + "\n").repeat(20);

        var table = table(file("a.csv", text.getBytes(Charset.forName(encoding))));

        assertThat(table.columns()).containsExactly("Naziv", "Grad");
        assertThat(records(table).getFirst()).containsExactly(line.split(";"));
        assertThat(table.layout().encoding()).isEqualTo(encoding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a,b!,", "a;b!;", "a|b!|"})
    void guessesTheDelimiter(String header, String delimiter) throws IOException {
        var body = header.replace("a", "Ivan, Ana").replace("b", "x");
        var line = delimiter.equals(",") ? "\"Ivan, Ana\",x" : body;

        var table = table(text(header + "\n" + line + "\n" + line));

        assertThat(records(table)).containsExactly(List.of("Ivan, Ana", "x"), List.of("Ivan, Ana", "x"));
    }

    @Test
    void skipsTitleRowsAboveTheHeader() throws IOException {
        var table = table(text("Popis kupaca 2026;;\n;;\nNaziv;Grad;OIB\nAna;Split;1\nIva;Zadar;2\n"));

        assertThat(table.layout().headerRow()).isEqualTo(3);
        assertThat(records(table)).hasSize(2);
    }

    @Test
    void takesNullAndSlashAsEmptyAndTrimsNoBreakSpaces() throws IOException {
        var table = table(text("Naziv;Fax;Grad\n\u00a0Ana\u00a0 ;/;NULL\n"));

        assertThat(records(table)).containsExactly(List.of("Ana", "", ""));
    }

    @Test
    void keepsLeadingZerosThatAFormatShows() throws IOException {
        assertThat(SheetNumbers.read(new BigDecimal("98378213"), 164, "000000000", false)
                        .text())
                .isEqualTo("098378213");
        assertThat(SheetNumbers.read(new BigDecimal("816795.9163100001"), 0, null, false)
                        .text())
                .isEqualTo("816795.91631");
        assertThat(SheetNumbers.read(new BigDecimal("42125"), 14, null, false).text())
                .isEqualTo("2015-05-01");
        assertThat(SheetNumbers.read(new BigDecimal("4580654.98"), 0, null, false)
                        .text())
                .isEqualTo("4580654.98");
    }

    @Test
    void readsAWorkbookWithDatesAndNumbers() throws IOException {
        var path = folder.resolve("b.xlsx");
        try (var out = Files.newOutputStream(path);
                var workbook = new Workbook(out, "t", "1.0")) {
            var sheet = workbook.newWorksheet("Kupci");
            sheet.value(0, 0, "Naziv");
            sheet.value(0, 1, "Datum");
            sheet.value(1, 0, "Ana");
            sheet.value(1, 1, java.time.LocalDate.of(2026, 11, 23));
            sheet.style(1, 1).format("dd.mm.yyyy").set();
        }

        assertThat(records(table(path))).containsExactly(List.of("Ana", "2026-11-23"));
    }

    @Test
    void readsTwoRowHeadersAndRecordsMergedOverTwoRows() {
        var path = SharedFiles.get("messy-spreadsheets/Popis turistickih zajednica.xlsx");
        var counts = new ArrayList<Integer>();
        for (var sheet : TableFiles.open(path).sheets().subList(0, 7)) {
            var file = TableFiles.open(path);
            counts.add(
                    records(new Table(file, LayoutGuess.of(path, file, sheet))).size());
        }
        var table = table(path);

        assertThat(counts).containsExactly(28, 117, 150, 10, 15, 1, 111);
        assertThat(table.columns())
                .containsExactly("RB", "TZ ŽUPANIJA", "Adresa Ulica", "Adresa Grad", "Telefon", "Fax", "e-mail", "web");
    }

    @Test
    void carriesMergedCellsDownToTheRecordsTheyCover() {
        var rows = records(table(SharedFiles.get("messy-spreadsheets/djecji_vrtici_rh.xls")));

        assertThat(rows).hasSize(1779);
        assertThat(rows.stream().filter(row -> row.getFirst().isEmpty())).isEmpty();
        assertThat(rows.get(1))
                .startsWith("Dječji vrtić \"Ciciban\"", "PO Slavka Kolara 1", "PO", "Zagrebačka županija");
    }

    @Test
    void sumsThePublishedTotals() {
        var rows = records(table(SharedFiles.get("messy-spreadsheets/KartaProjekataZaWeb_6-8-2015.xls")));

        var sum = rows.stream().map(row -> new BigDecimal(row.get(9))).reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(rows).hasSize(2039);
        assertThat(sum.setScale(2, java.math.RoundingMode.HALF_UP)).isEqualByComparingTo("10041511730.57");
    }

    @ParameterizedTest
    @CsvSource({
        "Drustva za zastupanje u osiguranju.xlsx,237,8",
        "Registar obrta za zastupanje u osiguranju.xlsx,154,6",
        "tjv-snapshot-2022-05-20.csv,5876,17"
    })
    void findsEveryRecordOfRealLists(String name, int rows, int columns) {
        var table = table(SharedFiles.get("messy-spreadsheets/" + name));

        assertThat(records(table)).hasSize(rows);
        assertThat(table.columns()).hasSize(columns);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refused(file("e.csv", new byte[0]), "imports.file.empty");
    }

    @Test
    void refusesAFileOverTheSizeLimitUnread() throws IOException {
        var path = folder.resolve("big.csv");
        try (var file = new java.io.RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(200L << 20);
        }

        refused(path, "imports.file.too-big");
    }

    @Test
    void refusesAZipBombNamedXlsx() throws IOException {
        var path = folder.resolve("bomb.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(path))) {
            entry(zip, "xl/workbook.xml", 1);
            entry(zip, "xl/worksheets/sheet1.xml", 300);
        }

        refused(path, "imports.file.bomb");
    }

    @Test
    void refusesABrokenWorkbook() throws IOException {
        refused(file("c.xlsx", new byte[] {'P', 'K', 3, 4, 5, 6, 7, 8, 9, 10}), "imports.file.corrupt");
        refused(
                file("c.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 1, 2, 3}),
                "imports.file.corrupt");
    }

    @Test
    void refusesAPasswordProtectedWorkbook() throws IOException {
        var path = folder.resolve("p.xlsx");
        try (var system = new POIFSFileSystem();
                var out = Files.newOutputStream(path)) {
            system.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), "EncryptedPackage");
            system.writeFilesystem(out);
        }
        var old = folder.resolve("p.xls");
        try (var workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(old)) {
            workbook.createSheet("a").createRow(0).createCell(0).setCellValue("x");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }

        refused(path, "imports.file.password");
        refused(old, "imports.file.password");
    }

    @Test
    void refusesATextReadInAnEncodingItIsNotIn() throws IOException {
        var path = file("w.csv", "Naziv;Grad\nČakovec;Šibenik\n".getBytes(Charset.forName("windows-1250")));
        var table = new Layout(null, 1, 1, "UTF-8", ";");

        Assertions.assertThatThrownBy(() -> records(new Table(TableFiles.open(path), table)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(key(e)).isEqualTo("imports.file.encoding"));
    }

    private void refused(Path path, String key) {
        Assertions.assertThatThrownBy(() -> records(table(path)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(key(e)).isEqualTo(key));
    }

    private static String key(InvalidInput e) {
        return e.problems().getFirst().messageKey();
    }

    private static void entry(ZipOutputStream zip, String name, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        for (int i = 0; i < megabytes; i++) {
            zip.write(new byte[1 << 20]);
        }
        zip.closeEntry();
    }

    private Path text(String text) throws IOException {
        return file("t.csv", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static Table table(Path path) {
        var file = TableFiles.open(path);
        return new Table(file, LayoutGuess.of(path, file, null));
    }

    private static List<List<String>> records(Table table) {
        var records = new ArrayList<List<String>>();
        table.records(row -> {
            records.add(row.cells().stream().map(Cell::text).toList());
            return true;
        });
        return records;
    }
}
