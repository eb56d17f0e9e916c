package io.lijevak.platform;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database behind the application: an embedded PostgreSQL in the home folder, or the one named by setting. */
@Configuration(proxyBeanMethods = false)
class DatabaseServer {

    record Connection(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    /** Migrations sign in as the owner of the schema, which the application is not. */
    record OwnerConnection(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {}

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("!'${lijevak.db.url}'.isEmpty()")
    static class Named {
        @Bean
        JdbcConnectionDetails namedDatabase(
                @Value("${lijevak.db.url}") String url,
                @Value("${lijevak.db.user}") String user,
                @Value("${lijevak.db.password}") String password) {
            NamedServer.check(url, user, password);
            return new Connection(url, user, password);
        }

        @Bean
        @ConditionalOnExpression("!'${lijevak.db.owner}'.isEmpty()")
        FlywayConnectionDetails namedOwner(
                @Value("${lijevak.db.url}") String url,
                @Value("${lijevak.db.owner}") String owner,
                @Value("${lijevak.db.owner-password}") String password) {
            return new OwnerConnection(url, owner, password);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${lijevak.db.url}'.isEmpty()")
    static class Embedded {
        @Bean(destroyMethod = "close")
        EmbeddedServer embeddedServer(HomeFolder home) {
            return new EmbeddedServer(home);
        }

        /** A command that runs beside the application takes the server that runs already. */
        @Bean
        JdbcConnectionDetails embeddedDatabase(
                ObjectProvider<EmbeddedServer> server,
                HomeFolder home,
                @Value("${lijevak.beside:false}") boolean beside) {
            var running = beside ? EmbeddedServer.running(home) : Optional.<String>empty();
            return new Connection(
                    running.orElseGet(() -> server.getObject().url()),
                    "lijevak",
                    home.secret(EmbeddedRoles.APPLICATION));
        }

        @Bean
        FlywayConnectionDetails embeddedOwner(EmbeddedServer server, HomeFolder home) {
            return new OwnerConnection(server.url(), "lijevak_owner", home.secret(EmbeddedRoles.OWNER));
        }
    }
}
