package io.lijevak.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The database behind the application: an embedded PostgreSQL in the home folder, or the one named by setting. */
@Configuration(proxyBeanMethods = false)
class DatabaseServer {

    record Connection(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    @Bean
    @ConditionalOnExpression("!'${lijevak.db.url}'.isEmpty()")
    JdbcConnectionDetails namedDatabase(
            @Value("${lijevak.db.url}") String url,
            @Value("${lijevak.db.user}") String user,
            @Value("${lijevak.db.password}") String password) {
        return new Connection(url, user, password);
    }
}
