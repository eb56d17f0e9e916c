package io.lijevak.platform;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Who may do what in the embedded database: the owner changes its schema and signs in for migrations only, the
 * application reads and writes rows, the superuser does neither.
 */
final class EmbeddedRoles {
    static final String SUPERUSER = "database.superuser";
    static final String OWNER = "database.owner";
    static final String APPLICATION = "database.application";

    private EmbeddedRoles() {}

    static void create(Connection connection, HomeFolder home) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "create role lijevak_owner login password " + statement.enquoteLiteral(home.secret(OWNER)));
            statement.execute(
                    "create role lijevak login password " + statement.enquoteLiteral(home.secret(APPLICATION)));
            statement.execute("create database lijevak owner lijevak_owner");
            statement.execute("revoke connect on database lijevak from public");
            statement.execute("grant connect on database lijevak to lijevak");
            statement.execute("alter role lijevak set statement_timeout = '60s'");
            statement.execute("alter role lijevak set lock_timeout = '10s'");
            statement.execute("alter role lijevak set idle_in_transaction_session_timeout = '2min'");
        }
    }

    static void grant(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter default privileges for role lijevak_owner in schema public"
                    + " grant select, insert, update, delete on tables to lijevak");
            statement.execute("alter default privileges for role lijevak_owner in schema public"
                    + " grant usage, select on sequences to lijevak");
        }
    }
}
