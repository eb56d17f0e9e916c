package io.lijevak.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.lijevak.Lijevak;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Lijevak in this process on its own durable database, and somebody signed in to it over HTTP. */
final class Server implements AutoCloseable {
    static final String TOKEN = "bench-token-of-forty-letters-and-digits-42";
    private static final String EMAIL = "bench@example.com";
    private static final String PASSWORD = "Correct-Horse-Battery-9";
    private final ConfigurableApplicationContext context;
    private final Path home;
    private final HttpClient http;
    private final String address;
    private String session = "";

    private Server(ConfigurableApplicationContext context, Path home) {
        this.context = context;
        this.home = home;
        this.address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    static Server start(Path home) throws IOException, InterruptedException {
        Files.createDirectories(home);
        var context = SpringApplication.run(
                Lijevak.class,
                "--server.port=0",
                "--logging.level.root=warn",
                "--logging.level.org.springdoc=error",
                "--logging.level.org.flywaydb=error",
                "--spring.main.banner-mode=off",
                "--lijevak.home=" + home,
                "--lijevak.admin.email=" + EMAIL,
                "--lijevak.admin.password=" + PASSWORD,
                "--lijevak.api-token=" + TOKEN,
                "--lijevak.company.language=hr",
                "--lijevak.company.name=Mjerenje d.o.o.");
        var server = new Server(context, home);
        try (var note = Files.lines(home.resolve("db/data/postmaster.pid"))) {
            Cpu.postmaster = Long.parseLong(note.findFirst().orElseThrow());
        }
        server.signIn();
        return server;
    }

    /** A connection of the superuser of the embedded database, for making data. */
    Connection connect() throws IOException, SQLException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        var url = context.getBean(DataSource.class).getConnection();
        try (url) {
            return DriverManager.getConnection(
                    url.getMetaData().getURL(), "postgres", secrets.getProperty("database.superuser"));
        }
    }

    /** The application's connections give up after a minute; writing millions of facts anew takes longer. */
    void allowLongStatements() throws IOException, SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("alter role lijevak set statement_timeout = '2h'");
        }
        bean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The page as the signed-in person gets it. */
    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return send(request(path).header("Cookie", session).GET().build());
    }

    HttpResponse<String> api(String method, String path, String json) throws IOException, InterruptedException {
        var body = json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json);
        return send(request("/api/v1" + path)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "application/json")
                .method(method, body)
                .build());
    }

    /** Uploads a file to the imports and gives the answer. */
    HttpResponse<String> upload(String kind, Path file) throws IOException, InterruptedException {
        var boundary = "----lijevak-bench";
        var head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        var tail = "\r\n--" + boundary + "--\r\n";
        var body = BodyPublishers.concat(
                BodyPublishers.ofString(head), BodyPublishers.ofFile(file), BodyPublishers.ofString(tail));
        return send(request("/api/v1/imports?kind=" + kind)
                .header("Authorization", "Bearer " + TOKEN)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build());
    }

    private void signIn() throws IOException, InterruptedException {
        var form = page("/sign-in");
        session = cookie(form);
        var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no sign-in form: " + form.statusCode());
        }
        var fields = "_csrf=" + encode(token.group(1)) + "&email=" + encode(EMAIL) + "&password=" + encode(PASSWORD);
        var answer = send(request("/sign-in")
                .header("Cookie", session)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build());
        session = cookie(answer);
    }

    private String cookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .reduce((first, second) -> first + "; " + second)
                .orElse(session);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        context.close();
    }
}
