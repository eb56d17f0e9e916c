package io.lijevak.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/** The same facts in DuckDB in this process, where its driver is on the class path. */
record Duck(Connection connection) {
    private static final String FACTS = """
            copy (select stage_id, type_id, state, responsible_id, potential, closed_at at time zone 'UTC' as closed_at,
              standing::int as standing, outcome, seconds, tenths from stage_fact) to stdout (format csv, header)""";

    /** Empty when there is no driver. */
    static Optional<Duck> of(Connection postgres, Path folder) throws IOException, SQLException {
        Connection duck;
        try {
            duck = DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException notThere) {
            return Optional.empty();
        }
        var file = Files.createTempFile(folder, "stage_fact", ".csv");
        try (var out = Files.newOutputStream(file)) {
            postgres.unwrap(PGConnection.class).getCopyAPI().copyOut(FACTS, out);
        }
        try (var statement = duck.createStatement()) {
            statement.execute("create table stage_fact as select * from read_csv('" + file + "')");
        } finally {
            Files.delete(file);
        }
        return Optional.of(new Duck(duck));
    }

    /** Milliseconds until all rows of the question are there. */
    double took(FunnelQuestion question, long type) throws SQLException {
        return Measured.timed(connection, question.facts().formatted(type));
    }
}
