package io.lijevak.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A PostgreSQL server named by setting: whether it can be used, said before anything else is tried. */
final class NamedServer {
    private static final int OLDEST = 15;

    private NamedServer() {}

    /** Refuses the start with a sentence when the server cannot be reached, refuses us, or is too old. */
    static void check(String url, String user, String password) {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        try (var connection = DriverManager.getConnection(url, properties)) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new StartRefused("The server in LIJEVAK_DB_URL is PostgreSQL " + version
                        + ": upgrade it to 15 or newer, or leave LIJEVAK_DB_URL out and use the embedded one.");
            }
        } catch (SQLException e) {
            throw new StartRefused(sentence(e, url, user), e);
        }
    }

    private static String sentence(SQLException problem, String url, String user) {
        var state = String.valueOf(problem.getSQLState());
        if (state.startsWith("28")) {
            return "The PostgreSQL server refuses the user " + user
                    + ": set LIJEVAK_DB_USER and LIJEVAK_DB_PASSWORD to a role that may sign in.";
        }
        if (state.equals("3D000")) {
            return "The database of LIJEVAK_DB_URL does not exist: create it, or name one that does (" + url + ").";
        }
        return "The PostgreSQL server of LIJEVAK_DB_URL cannot be reached (" + problem.getMessage()
                + "): start it, or correct " + url + ".";
    }
}
