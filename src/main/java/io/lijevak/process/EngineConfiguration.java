package io.lijevak.process;

import java.util.HashMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.flowable.common.engine.impl.history.HistoryLevel;
import org.flowable.engine.ProcessEngine;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.function.SingletonSupplier;

/**
 * The process engine in our database and our transactions: no users, events, timers or jobs of its own, and no bean
 * within reach of an expression. Its tables come from a migration.
 */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {
    // Nothing of it is to be closed, and closing would ask a database that may have been stopped before. The start does
    // not
    // wait for it but at its end.
    @Bean(destroyMethod = "", bootstrap = Bean.Bootstrap.BACKGROUND)
    @DependsOn("flywayInitializer")
    ProcessEngine processEngine(DataSource database, PlatformTransactionManager transactions) {
        var engine = new SpringProcessEngineConfiguration();
        engine.setDataSource(database);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate("false");
        engine.setHistoryLevel(HistoryLevel.INSTANCE);
        engine.setAsyncExecutorActivate(false);
        engine.setDisableIdmEngine(true);
        engine.setDisableEventRegistry(true);
        engine.setBeans(new HashMap<>());
        engine.setIdGenerator(() -> UUID.randomUUID().toString());
        return engine.buildProcessEngine();
    }

    /** Of the engine only this: everything else is for {@link Engine}. */
    @Bean
    Engine engine(ObjectProvider<ProcessEngine> engine) {
        return new Engine(SingletonSupplier.of(engine::getObject));
    }
}
