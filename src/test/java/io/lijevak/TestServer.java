package io.lijevak;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL for all tests of a run, each application context with a database of its own in it: an embedded one, or
 * the server that {@code LIJEVAK_TEST_SERVER} names ({@code jdbc:postgresql://host:port/}, user {@code postgres}).
 */
public final class TestServer {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final String ADDRESS = address();

    private TestServer() {}

    /** Creates an empty database and gives its JDBC address (user {@code postgres}, any password). */
    public static String newDatabase() {
        var name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection = DriverManager.getConnection(ADDRESS + "postgres", "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ADDRESS + name;
    }

    private static String address() {
        var named = System.getenv("LIJEVAK_TEST_SERVER");
        return named == null ? "jdbc:postgresql://localhost:" + start().getPort() + "/" : named;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    // It looks at tables in the moment they are empty between two tests, and plans go by that for a
                    // minute.
                    .setServerConfig("autovacuum", "off")
                    .setServerConfig("unix_socket_directories", "")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
