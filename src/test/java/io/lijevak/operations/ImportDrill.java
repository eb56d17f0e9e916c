package io.lijevak.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Kills the application, then the database server, in the middle of an import: it goes on by itself, each row once. */
final class ImportDrill {
    private static final int ROWS = 24_000;
    private static final long TAKEN = ROWS - ROWS / 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningLijevak lijevak;

    ImportDrill(RunningLijevak lijevak) {
        this.lijevak = lijevak;
    }

    void goesOnAfterTheBlowAndEndsWithEachRowOnce() throws Exception {
        var id = upload(customers());
        call("POST", "/imports/" + id + "/run");

        var first = awaitRows(id, 1_500);
        lijevak.kill();
        lijevak.start();
        var second = awaitRows(id, first + 1_500);
        lijevak.killDatabaseServer();
        lijevak.database().close();
        var done = awaitEnd(id);

        System.out.printf("import drill: killed at row %d and %d of %d%n", first, second, ROWS);
        assertThat(second).as("killed before the end").isLessThan(ROWS);
        assertThat(done.<String>read("$.state")).isEqualTo("done");
        assertThat(done.<Integer>read("$.created")).isEqualTo((int) TAKEN);
        assertThat(done.<Integer>read("$.failed")).isEqualTo(ROWS / 100);
        assertThat(numbers("""
                select unnest(array[
                  (select count(*) from customer), (select count(distinct name) from customer),
                  (select count(*) from contact_point), (select count(*) from import_row),
                  (select count(*) from audit_entry where subject_kind = 'customer')])""")).containsExactly(TAKEN, TAKEN, TAKEN, (long) ROWS, TAKEN);
    }

    /** Every hundredth row bears a wrong tax number. */
    private static String customers() {
        var text = new StringBuilder("Naziv;OIB;Telefon;Grad\n");
        for (int row = 1; row <= ROWS; row++) {
            text.append("Kupac broj ").append(row).append(';');
            text.append(row % 100 == 0 ? "71000585585" : "").append(";021 ").append(100_000 + row);
            text.append(";Split\n");
        }
        return text.toString();
    }

    private int upload(String text) throws Exception {
        var body = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"kupci.csv\"\r\n\r\n" + text
                + "\r\n--part--\r\n";
        var answer = HTTP.send(
                request("/imports?kind=customers")
                        .header("Content-Type", "multipart/form-data; boundary=part")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(201);
        return JsonPath.read(answer.body(), "$.id");
    }

    private int awaitRows(int id, int rows) throws Exception {
        return until(id, state -> state.<Integer>read("$.done") >= rows).read("$.done");
    }

    private DocumentContext awaitEnd(int id) throws Exception {
        return until(id, state -> List.of("done", "failed").contains(state.<String>read("$.state")));
    }

    private DocumentContext until(int id, java.util.function.Predicate<DocumentContext> reached) throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var answer = call("GET", "/imports/" + id);
            if (answer.statusCode() == 200 && reached.test(JsonPath.parse(answer.body()))) {
                return JsonPath.parse(answer.body());
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("not reached: " + answer.body());
            }
            Thread.sleep(50);
        }
    }

    private HttpResponse<String> call(String method, String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(lijevak.address() + "/api/v1" + path))
                .header("Authorization", "Bearer " + RunningLijevak.TOKEN);
    }

    private List<Long> numbers(String sql) throws Exception {
        try (var database = lijevak.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            var numbers = new java.util.ArrayList<Long>();
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
