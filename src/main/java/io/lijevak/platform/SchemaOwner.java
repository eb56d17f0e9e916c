package io.lijevak.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Works as the owner of the schema, whom alone the database lets make indexes: on a connection of its own. */
@Component
public class SchemaOwner {
    private final ObjectProvider<FlywayConnectionDetails> owner;
    private final JdbcConnectionDetails application;

    SchemaOwner(ObjectProvider<FlywayConnectionDetails> owner, JdbcConnectionDetails application) {
        this.owner = owner;
        this.application = application;
    }

    private Connection connect(@Nullable FlywayConnectionDetails own) throws SQLException {
        return own == null || own.getJdbcUrl() == null
                ? DriverManager.getConnection(
                        application.getJdbcUrl(), application.getUsername(), application.getPassword())
                : DriverManager.getConnection(own.getJdbcUrl(), own.getUsername(), own.getPassword());
    }

    /** Each statement of the work is a transaction. Where the schema has no owner of its own, the application is it. */
    public void work(Consumer<DSLContext> work) {
        try (var connection = connect(owner.getIfAvailable())) {
            work.accept(DSL.using(connection, SQLDialect.POSTGRES));
        } catch (SQLException e) {
            throw new DataAccessException("the owner of the schema cannot work", e);
        }
    }
}
