package io.lijevak.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.users.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@LijevakTest
class ErrorPagesTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    World world;

    @LocalServerPort
    int port;

    private String session = "";

    @BeforeEach
    void setUp() {
        world.reset();
        session = "SESSION=" + world.session(world.person(Role.SALES_REP)).getValue();
    }

    @Test
    void sendsTheSecurityHeadersWithEveryKindOfAnswer() throws Exception {
        var missing = send(get("/no-such-page"));
        var file = send(get("/css/app.css"));
        var api = send(get("/api/v1/no-such-thing"));
        var refused = send(post("/no-such-page"));

        for (var answer : new HttpResponse<?>[] {missing, file, api, refused}) {
            HeaderFilter.HEADERS.forEach(
                    (name, value) -> assertThat(answer.headers().allValues(name))
                            .as("%s of %s", name, answer.uri())
                            .containsExactly(value));
            assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        }
    }

    @Test
    void forbidsToKeepPagesAndLetsFilesBeKeptForAYear() throws Exception {
        var styles = send(get("/css/app.css"));

        assertThat(send(get("/no-such-page")).headers().allValues("Cache-Control"))
                .containsExactly("no-store");
        assertThat(styles.statusCode()).isEqualTo(200);
        assertThat(styles.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(v -> assertThat(v).contains("max-age=31536000"));
    }

    @Test
    void saysInWordsThatAPageDoesNotExistAndNamesTheRequest() throws Exception {
        var answer = send(get("/no-such-page"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("There is nothing here")
                .contains("href=\"/\"")
                .contains(answer.headers().firstValue("X-Request-Id").orElseThrow())
                .doesNotContain("??")
                .doesNotContain("Exception");
    }

    @Test
    void answersHtmxWithAToast() throws Exception {
        var answer = send(get("/no-such-page").header("HX-Request", "true"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("HX-Retarget")).hasValue("#toasts");
        assertThat(answer.body()).contains("toast--danger").doesNotContain("<html");
    }

    @Test
    void answersTheApiWithProblemDetails() throws Exception {
        var answer = send(get("/api/v1/no-such-thing"));

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("requestId").doesNotContain("<html");
    }

    @Test
    void tellsThatAFormWithoutAValidTokenIsTooOld() throws Exception {
        var answer = send(post("/no-such-page"));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("prestar");
    }

    @Test
    void speaksTheLanguageOfTheVisitor() throws Exception {
        var request = HttpRequest.newBuilder(at("/no-such-page?lang=ru")).build();

        assertThat(send(request).body()).contains("Здесь ничего нет");
    }

    @Test
    void takesOverTheRequestIdOfAProxyUnlessItIsStrange() throws Exception {
        assertThat(requestId("abc-123-DEF")).isEqualTo("abc-123-DEF");
        assertThat(requestId("<script>")).doesNotContain("<").hasSize(12);
    }

    private String requestId(String given) throws Exception {
        return send(get("/css/app.css").header("X-Request-Id", given))
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow();
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(at(path)).header("Cookie", session);
    }

    private HttpRequest.Builder post(String path) {
        return get(path).POST(HttpRequest.BodyPublishers.noBody());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
