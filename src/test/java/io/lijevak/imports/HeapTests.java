package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads bombs and a large workbook in a process that has as much memory as {@code bin/run} gives. */
class HeapTests {
    private static final String HEAP = "-Xmx512m";

    @TempDir
    Path folder;

    @Test
    void readsALargeWorkbookAndRefusesBombsInHalfAGigabyte() throws Exception {
        var files = List.of(
                large(),
                BadFiles.BOMB.in(folder),
                sheet("one-row", out -> repeat(out, "<row r=\"1\">", "<c t=\"n\"><v>%d</v></c>", 2_000_000)),
                sheet("one-cell", out -> repeat(out, "<row r=\"1\"><c t=\"inlineStr\"><is><t>", "%d", 3_000_000)),
                sheet("far-right", out -> repeat(out, "<row r=\"1\">", "<c r=\"ZZZZZZ%d\"><v>1</v></c>", 5)),
                part("xl/styles.xml", "<xf numFmtId=\"%d\"/>"),
                part("xl/sharedStrings.xml", "<si><t>%d</t></si>"));

        var said = readInOwnProcess(files);

        assertThat(said)
                .containsExactly(
                        "100000 rows",
                        "imports.file.bomb",
                        "imports.file.bomb",
                        "imports.file.bomb",
                        "imports.file.corrupt",
                        "imports.file.bomb",
                        "imports.file.bomb");
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Path large() throws IOException {
        var file = folder.resolve("large.xlsx");
        try (var out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "Lijevak", "1.0")) {
            var sheet = workbook.newWorksheet("Kupci");
            for (int row = 0; row <= 100_000; row++) {
                for (int column = 0; column < 12; column++) {
                    sheet.value(row, column, row == 0 ? "Stupac " + "abcdefghijkl".charAt(column) : row + "-" + column);
                }
            }
        }
        return file;
    }

    private Path sheet(String name, Content rows) throws IOException {
        return workbook(name, "xl/worksheets/sheet1.xml", out -> {
            print(out, "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            rows.write(out);
        });
    }

    private Path part(String name, String item) throws IOException {
        return workbook(
                name.replace('/', '-'),
                name,
                out -> repeat(out, "<a>", item, item.length() > 20 ? 1_000_000 : 4_000_000));
    }

    private Path workbook(String name, String part, Content content) throws IOException {
        var file = folder.resolve(name + ".xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            print(zip, "<workbook/>");
            zip.putNextEntry(new ZipEntry(part));
            content.write(zip);
        }
        return file;
    }

    /** Numbers at random, for what compresses too well is refused for that alone. */
    private static void repeat(OutputStream out, String before, String item, int times) throws IOException {
        var random = new Random(1);
        var parts = item.split("%d", -1);
        print(out, before);
        var text = new StringBuilder();
        for (int i = 0; i < times; i++) {
            text.append(parts[0]).append(random.nextInt(1 << 30)).append(parts[1]);
            if (text.length() > 60_000) {
                print(out, text.toString());
                text.setLength(0);
            }
        }
        print(out, text.toString());
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private List<String> readInOwnProcess(List<Path> files) throws Exception {
        var output = folder.resolve("said.txt");
        var command = new ArrayList<String>(List.of(
                System.getProperty("java.home") + "/bin/java",
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Reading.class.getName()));
        files.forEach(file -> command.add(file.toString()));
        var process = new ProcessBuilder(command)
                .redirectError(new File(folder.toFile(), "errors.txt"))
                .redirectOutput(output.toFile())
                .start();
        var ended = process.waitFor(4, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended).as("ended in time").isTrue();
        return Files.readAllLines(output);
    }

    /** Analyses files as an upload does, and says how many rows each has or why it is refused. */
    static final class Reading {
        private Reading() {}

        public static void main(String... files) {
            Arrays.stream(files).map(Path::of).map(Reading::of).forEach(System.out::println);
        }

        private static String of(Path path) {
            try {
                var file = TableFiles.open(path);
                var table = new Table(file, LayoutGuess.of(path, file, null));
                return Analysis.of(table, ImportKind.CUSTOMERS, NumberStyle.COMMA, java.util.List.of())
                                .rows() + " rows";
            } catch (io.lijevak.platform.InvalidInput e) {
                return e.problems().getFirst().messageKey();
            }
        }
    }
}
