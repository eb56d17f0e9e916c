package io.lijevak.operations;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The application as a process of its own with a home folder of its own, to be killed. */
final class RunningLijevak implements AutoCloseable {
    static final String TOKEN = "drill-token-of-more-than-32-characters";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Path home;
    private final int port;
    private Process process;

    private RunningLijevak(Path home, int port) {
        this.home = home;
        this.port = port;
    }

    static RunningLijevak in(Path home) throws IOException, InterruptedException {
        try (var socket = new ServerSocket(0)) {
            var running = new RunningLijevak(home, socket.getLocalPort());
            socket.close();
            running.start();
            return running;
        }
    }

    /** Starts a process with some settings and gives it back without waiting. */
    static Process launch(Path output, Map<String, String> settings) throws IOException {
        var classes = Arrays.stream(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var builder = new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djdk.reflect.useNativeAccessorOnly=true",
                "-Xmx384m",
                "-cp",
                classes,
                "io.lijevak.Lijevak");
        builder.environment().keySet().removeIf(name -> name.startsWith("LIJEVAK_"));
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(output.toFile()))
                .start();
    }

    void start() throws IOException, InterruptedException {
        var output = home.resolveSibling(home.getFileName() + ".out");
        process = launch(
                output,
                Map.of(
                        "LIJEVAK_HOME",
                        home.toString(),
                        "LIJEVAK_PORT",
                        String.valueOf(port),
                        "LIJEVAK_ADMIN_EMAIL",
                        "ana@galeb.example",
                        "LIJEVAK_ADMIN_PASSWORD",
                        "a long sentence",
                        "LIJEVAK_API_TOKEN",
                        TOKEN,
                        // What was killed at work is taken up after four seconds instead of twenty.
                        "DBSCHEDULER_HEARTBEATINTERVAL",
                        "1s"));
        var deadline = Instant.now().plus(PATIENCE);
        while (!Files.readString(output).contains("Lijevak is ready")) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("did not start: " + Files.readString(output));
            }
            Thread.sleep(100);
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Kills the application, as {@code kill -9} does; its database server stays behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Kills the database server; the application starts it again. */
    void killDatabaseServer() throws Exception {
        var server = ProcessHandle.of(Long.parseLong(postmaster(0))).orElseThrow();
        server.destroyForcibly();
        server.onExit().get(30, TimeUnit.SECONDS);
    }

    /** A connection as superuser, as soon as the server answers. */
    Connection database() throws Exception {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                return DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + postmaster(3) + "/lijevak", "postgres", superuserPassword());
            } catch (SQLException | IOException | ArrayIndexOutOfBoundsException e) {
                if (Instant.now().isAfter(deadline)) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private String postmaster(int line) throws IOException {
        return Files.readAllLines(home.resolve("db/data/postmaster.pid"))
                .toArray(String[]::new)[line]
                .strip();
    }

    private String superuserPassword() throws IOException {
        var secrets = new Properties();
        try (var reader = Files.newBufferedReader(home.resolve("secrets.properties"))) {
            secrets.load(reader);
        }
        return secrets.getProperty("database.superuser");
    }
}
