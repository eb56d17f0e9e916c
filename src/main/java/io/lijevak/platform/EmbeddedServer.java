package io.lijevak.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL server inside the home folder: durable, behind passwords, heard on this machine only. It is started
 * again by itself when it dies, and stops when it is closed, after the connections to it.
 */
final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final HomeFolder home;
    private final FileLock lock;
    private final Path data;
    private EmbeddedPostgres server;
    private boolean closing;

    EmbeddedServer(HomeFolder home) {
        this.home = home;
        this.lock = home.lock();
        this.data = home.folder("db").resolve("data");
        stopLeftOver();
        if (!Files.exists(data)) {
            prepare();
        }
        this.server = startAgain(0);
        restartWhenItDies();
    }

    /** Where the server of a home folder can be reached, when one runs there. */
    static Optional<String> running(HomeFolder home) {
        return EmbeddedSettings.port(home.folder("db").resolve("data")).map(EmbeddedServer::url);
    }

    String url() {
        return url(server.getPort());
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/lijevak";
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            stop(server, data);
        }
        try {
            lock.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the whole database beside its place and moves it there at once, so that a half-made one is never used. */
    private void prepare() {
        var draft = data.resolveSibling("data.new");
        try {
            FileSystemUtils.deleteRecursively(draft);
            var first = start(draft, 0);
            try (var connection = first.getPostgresDatabase().getConnection()) {
                EmbeddedRoles.create(connection, home);
            }
            try (var connection = first.getDatabase("postgres", "lijevak").getConnection()) {
                EmbeddedRoles.grant(connection);
            }
            stop(first, draft);
            Files.move(draft, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Starts on the folder that is there: the library would quietly make an empty database of a damaged one. */
    private EmbeddedPostgres startAgain(int port) {
        if (!Files.exists(data.resolve("postgresql.conf"))) {
            throw new StartRefused("The database folder " + data
                    + " is damaged: put it back from a backup, or move it away to begin anew.");
        }
        return start(data, port);
    }

    private EmbeddedPostgres start(Path folder, int port) {
        var binaries = home.folder("db").resolve("bin");
        var log = home.folder("log").resolve("postgresql-start.log").toFile();
        var password = home.folder("db").resolve("superuser-password");
        try {
            // The library hands a password to initdb only through a file.
            Files.writeString(password, home.secret(EmbeddedRoles.SUPERUSER) + "\n");
            return EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectoryCustomizer(directory -> EmbeddedSettings.write(directory.toPath()))
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(PATIENCE)
                    .setPort(port)
                    .setOutputRedirector(Redirect.appendTo(log))
                    .setErrorRedirector(Redirect.appendTo(log))
                    .setLocaleConfig("locale", "C")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "und")
                    .setLocaleConfig("pwfile", password.toString())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    .setConnectConfig("password", home.secret(EmbeddedRoles.SUPERUSER))
                    .start();
        } catch (IOException | IllegalStateException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL did not start: read " + home.path().resolve("log")
                            + "/postgresql-start.log for the reason, or name another server in LIJEVAK_DB_URL.",
                    e);
        } finally {
            password.toFile().delete();
        }
    }

    private static void stop(EmbeddedPostgres server, Path folder) {
        try {
            var process = EmbeddedSettings.postmaster(folder);
            server.close();
            if (process.isPresent()) {
                process.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            LOG.error("PostgreSQL did not stop in time; the next start ends it", e);
        }
    }

    /** After a kill -9 of the application the server is still there. */
    private void stopLeftOver() {
        EmbeddedSettings.postmaster(data).ifPresent(process -> {
            LOG.warn("ending the PostgreSQL server {} that an earlier run left behind", process.pid());
            try {
                // SIGINT ends sessions and stops; SIGTERM, all that Java can send, would wait for them.
                new ProcessBuilder("sh", "-c", "kill -INT \"$0\"", String.valueOf(process.pid()))
                        .start()
                        .waitFor();
                process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (IOException | java.util.concurrent.ExecutionException | TimeoutException e) {
                throw new StartRefused(
                        "The PostgreSQL server " + process.pid()
                                + " of an earlier run does not stop: end it by hand and start again.",
                        e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void restartWhenItDies() {
        EmbeddedSettings.postmaster(data).ifPresent(process -> process.onExit().thenRunAsync(this::onDeath));
    }

    private synchronized void onDeath() {
        if (closing) {
            return;
        }
        LOG.error("PostgreSQL died; starting it again");
        var port = server.getPort();
        try {
            server.close();
            server = startAgain(port);
            restartWhenItDies();
        } catch (IOException | StartRefused e) {
            LOG.error("PostgreSQL could not be started again; restart Lijevak", e);
        }
    }
}
