package io.lijevak.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.platform.web.Texts;
import io.lijevak.users.PersonId;
import io.lijevak.users.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What cannot be imported is refused over real HTTP in the caller's language, and nothing is left behind. */
@LijevakTest
class ImportRefusalTests {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    World world;

    @Autowired
    Importer importer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Texts texts;

    @Value("${local.server.port}")
    int port;

    @TempDir
    Path folder;

    private PersonId person;
    private String token;

    @BeforeEach
    void begin() {
        world.reset();
        person = world.person(Role.ADMINISTRATOR);
        jdbc.sql("update person set language = 'hr'").update();
        token = world.token(person);
    }

    @ParameterizedTest
    @EnumSource(value = BadFiles.class, mode = EnumSource.Mode.EXCLUDE, names = "HUGE")
    void refusesABadFileAtItsField(BadFiles bad) throws Exception {
        var before = importer.fingerprint();

        var answer = upload("customers", bad.in(folder), token);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].field")).isEqualTo("file");
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].message"))
                .isEqualTo(texts.get("hr", bad.key(), "UTF-8"));
        assertThat(importer.fingerprint()).isEqualTo(before);
        assertThat(imports()).isZero();
    }

    @Test
    void refusesTwoHundredMegabytesWithinSecondsAndWithoutBreakingTheConnection() throws Exception {
        var start = System.nanoTime();

        var answer = upload("customers", BadFiles.HUGE.in(folder), token);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
                .isEqualTo(texts.get("hr", "platform.error.413"))
                .contains("64 MB");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
        assertThat(imports()).isZero();
    }

    @Test
    void tellsTheFormItselfThatItsFileIsTooLarge() throws Exception {
        var session = world.session(person);
        var form = send(request("/imports/new").header("Cookie", session.getName() + "=" + session.getValue()));
        var csrf = form.body().replaceAll("(?s).*action=\"/imports\\?([^\"]+)\".*", "$1");
        var cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.split(";")[0])
                .reduce(session.getName() + "=" + session.getValue(), String::concat);

        var answer = send(
                multipart(request("/imports?" + csrf), BadFiles.HUGE.in(folder)).header("Cookie", cookies));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"f-file-e\"").contains(texts.get("hr", "imports.file.too-big", 64));
    }

    @Test
    void keepsOutRowsWithAWrongTaxNumberAndTakesTheOthers() throws Exception {
        var file = Importer.csv(folder, "Naziv;OIB\nAna d.o.o.;71000585584\nIva d.o.o.;71000585585\nPero;123\n");

        var done = run(upload("customers", file, token));

        assertThat(done.<Integer>read("$.created")).isEqualTo(1);
        assertThat(done.<Integer>read("$.failed")).isEqualTo(2);
        assertThat(done.<Integer>read("$.errors[0].row")).isEqualTo(3);
        assertThat(done.<String>read("$.errors[0].column")).isEqualTo("OIB");
        assertThat(done.<String>read("$.errors[0].reason"))
                .isEqualTo(texts.get("hr", "imports.row.tax-number", "71000585585"));
    }

    @Test
    void keepsOutRowsWithAnAmountThatIsNoNumberOrAStageThatIsUnknown() throws Exception {
        run(upload("deals", Importer.csv(folder, "id;naziv;faza\n1;A;Ponuda\n"), token));
        var type = jdbc.sql("select name from deal_type").query(String.class).single();
        var file = Importer.csv(folder, """
                id;naziv;vrsta posla;faza;iznos
                2;B;%1$s;Ponuda;1.234,5x
                3;C;%1$s;Ponuda;1.234,50
                4;D;%1$s;Izmišljena;1,00
                """.formatted(type));

        var done = run(upload("deals", file, token));

        assertThat(done.<List<String>>read("$.errors[?(@.column == 'iznos')].reason"))
                .containsExactly(texts.get("hr", "imports.row.number", "1.234,5x"));
        assertThat(done.<List<String>>read("$.errors[?(@.column == 'faza')].reason"))
                .containsExactly(texts.get("hr", "imports.row.stage", "Izmišljena", type));
        assertThat(jdbc.sql("select amount::text from deal where external_id = '3'")
                        .query(String.class)
                        .single())
                .isEqualTo("1234.50");
        assertThat(jdbc.sql("select count(*) from deal where external_id = '2'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAForeignImport() throws Exception {
        var stranger = world.person(Role.HEAD_OF_SALES);
        var id = JsonPath.<Integer>read(
                upload("customers", Importer.csv(folder, "Naziv\nAna\n"), token).body(), "$.id");
        var foreign = world.token(stranger);

        for (var action : List.of("/run", "/dry-run", "/undo")) {
            var answer = send(request("/api/v1/imports/" + id + action)
                    .POST(BodyPublishers.noBody())
                    .header("Authorization", "Bearer " + foreign));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isNotBlank();
        }
        var seen = send(request("/api/v1/imports/" + id).header("Authorization", "Bearer " + foreign));
        assertThat(seen.statusCode()).isEqualTo(403);
        assertThat(seen.body()).doesNotContain("Naziv");
        assertThat(jdbc.sql("select state from import").query(String.class).single())
                .isEqualTo("UPLOADED");
    }

    @Test
    void refusesToRunAnImportThatIsOver() throws Exception {
        var uploaded = upload("customers", Importer.csv(folder, "Naziv\nAna\n"), token);
        run(uploaded);

        var again = start(uploaded);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(JsonPath.<String>read(again.body(), "$.detail"))
                .isEqualTo(texts.get("hr", "imports.error.not-open"));
    }

    private HttpResponse<String> upload(String kind, Path file, String bearer) throws Exception {
        return send(
                multipart(request("/api/v1/imports?kind=" + kind), file).header("Authorization", "Bearer " + bearer));
    }

    private com.jayway.jsonpath.DocumentContext run(HttpResponse<String> uploaded) throws Exception {
        assertThat(start(uploaded).statusCode()).isEqualTo(202);
        var id = JsonPath.<Integer>read(uploaded.body(), "$.id");
        importer.await(id);
        return JsonPath.parse(send(request("/api/v1/imports/" + id).header("Authorization", "Bearer " + token))
                .body());
    }

    private HttpResponse<String> start(HttpResponse<String> uploaded) throws Exception {
        var id = JsonPath.<Integer>read(uploaded.body(), "$.id");
        return send(request("/api/v1/imports/" + id + "/run")
                .POST(BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token));
    }

    private static HttpRequest.Builder multipart(HttpRequest.Builder request, Path file) throws IOException {
        var boundary = "----lijevak" + System.nanoTime();
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file.getFileName()
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        return request.header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private int imports() {
        return jdbc.sql("select count(*) from import").query(Integer.class).single();
    }
}
