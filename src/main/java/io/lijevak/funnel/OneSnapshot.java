package io.lijevak.funnel;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets several statements read the same snapshot of the database. */
@Component
class OneSnapshot {
    private final JdbcClient jdbc;
    private final TransactionTemplate template;

    OneSnapshot(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        template = new TransactionTemplate(transactions);
        template.setReadOnly(true);
        template.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Runs the work; the snapshot is taken by its first statement. */
    <T extends @Nullable Object> T read(Function<JdbcClient, T> work) {
        return template.execute(status -> work.apply(jdbc));
    }
}
