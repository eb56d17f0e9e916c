package io.lijevak.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.lijevak.LijevakTest;
import io.lijevak.World;
import io.lijevak.deals.DealWorld;
import io.lijevak.users.CurrentUser;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** A file too large for its form, sent past the browser's own check over real HTTP. */
@LijevakTest
class LargeFileTests {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String STEP = "/settings/deal-types/2/steps/1";

    @Autowired
    World world;

    @Autowired
    DealWorld deals;

    @Autowired
    ReadStepRules rules;

    @Value("${local.server.port}")
    int port;

    @TempDir
    Path folder;

    private CurrentUser ana;

    @BeforeEach
    void begin() {
        ana = deals.found();
    }

    @Test
    void isRefusedAtItsFieldAndWhatWasTypedStays() throws Exception {
        var answer = send(26);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("f-newFile-e", "25 MB", "Call first, then write");
        assertThat(rules.of(new DealTypeId(2), 1, new StageId(1)).files()).isEmpty();
    }

    @Test
    void whatTheServerCutsOffIsToldAsSuchAndNothingIsWritten() throws Exception {
        var before = rules.of(new DealTypeId(2), 1, new StageId(1));

        var answer = send(66);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("The file is too large", "64 MB");
        assertThat(rules.of(new DealTypeId(2), 1, new StageId(1))).isEqualTo(before);
    }

    private HttpResponse<String> send(int megabytes) throws IOException, InterruptedException {
        var session = world.session(ana.person());
        var signedIn = session.getName() + "=" + session.getValue();
        var form = HTTP.send(request(STEP).header("Cookie", signedIn).build(), BodyHandlers.ofString());
        var csrf = form.body().replaceAll("(?s).*action=\"" + STEP + "\\?([^\"]+)\".*", "$1");
        var cookies = form.headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.split(";")[0])
                .reduce(signedIn, String::concat);
        var boundary = "----lijevak" + System.nanoTime();
        var body = new StringBuilder();
        Map.of("version", "1", "instruction", "Call first, then write")
                .forEach(
                        (name, value) -> body.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"newFile\"; filename=\"map.pdf\"\r\n\r\n"
                .formatted(boundary));
        var request = request(STEP + "?" + csrf)
                .header("Cookie", cookies)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(body.toString()),
                        BodyPublishers.ofFile(file(megabytes)),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private Path file(int megabytes) throws IOException {
        var file = folder.resolve("map.pdf");
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength((long) megabytes << 20);
        }
        return file;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
