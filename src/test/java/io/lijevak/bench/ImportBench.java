package io.lijevak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole workbooks through the API: read, checked for duplicates, written. */
final class ImportBench {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> HEADER = List.of(
            "Naziv",
            "OIB",
            "Telefon",
            "E-mail",
            "Adresa",
            "Poštanski broj",
            "Grad",
            "Država",
            "Web",
            "Napomena",
            "Izvor",
            "Šifra");
    private final Server server;

    ImportBench(Server server) {
        this.server = server;
    }

    List<Measured> run() throws Exception {
        var results = new ArrayList<Measured>();
        results.add(measure(10_000, 20));
        results.add(measure(100_000, 12));
        return results;
    }

    private Measured measure(int rows, int columns) throws Exception {
        var file = workbook(rows, columns);
        var start = System.nanoTime();
        var uploaded = JSON.readTree(server.upload("customers", file).body());
        if (uploaded.get("id") == null) {
            throw new IllegalStateException("import refused: " + uploaded);
        }
        var id = uploaded.get("id").asLong();
        var uploadSeconds = (System.nanoTime() - start) / 1e9;
        server.api("POST", "/imports/" + id + "/run", "");
        var done = await(id);
        var seconds = (System.nanoTime() - start) / 1e9;
        return Measured.of(
                "import of " + rows + " x " + columns + " .xlsx",
                "seconds",
                Measured.round(seconds),
                "upload s",
                Measured.round(uploadSeconds),
                "rows/s",
                Math.round(rows / seconds),
                "created",
                done.get("created").asInt(),
                "failed",
                done.get("failed").asInt(),
                "MB",
                Files.size(file) >> 20);
    }

    private JsonNode await(long id) throws IOException, InterruptedException {
        for (int tenths = 0; tenths < 6_000; tenths++) {
            var state = JSON.readTree(server.api("GET", "/imports/" + id, "").body());
            if (List.of("done", "failed").contains(state.get("state").asString())) {
                return state;
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the import takes longer than ten minutes");
    }

    private static Path workbook(int rows, int columns) throws IOException {
        var run = System.nanoTime() % 1_000_000;
        var file = Path.of("target/bench/customers-" + rows + "-" + columns + ".xlsx");
        Files.createDirectories(file.getParent());
        try (var out = Files.newOutputStream(file)) {
            var workbook = new Workbook(out, "Lijevak", "1.0");
            var sheet = workbook.newWorksheet("Kupci");
            for (int column = 0; column < columns; column++) {
                sheet.value(0, column, column < HEADER.size() ? HEADER.get(column) : "Svojstvo " + column);
            }
            for (int row = 1; row <= rows; row++) {
                var values = values(run, row);
                for (int column = 0; column < columns; column++) {
                    sheet.value(row, column, column < values.size() ? values.get(column) : "vrijednost " + row % 100);
                }
            }
            workbook.finish();
        }
        return file;
    }

    private static List<String> values(long run, int row) {
        return List.of(
                "Uvezena tvrtka " + run + " " + row,
                "",
                "+385 91 " + String.format("%07d", row),
                "info" + row + "@uvoz" + run + ".example",
                "Ulica " + row % 500,
                String.valueOf(10_000 + row % 9_000),
                "Zagreb",
                "HR",
                "https://uvoz" + row + ".example",
                "Napomena " + row,
                "Internet",
                run + "-" + row);
    }
}
