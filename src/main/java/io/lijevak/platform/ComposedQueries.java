package io.lijevak.platform;

import org.jooq.impl.DefaultConfiguration;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Configuration;

/** Composed queries are only rendered and read: nothing of them is logged, checked for warnings or written back. */
@Configuration(proxyBeanMethods = false)
class ComposedQueries implements DefaultConfigurationCustomizer {
    @Override
    public void customize(DefaultConfiguration queries) {
        queries.settings().withExecuteLogging(false).withFetchWarnings(false).withAttachRecords(false);
    }
}
