package io.lijevak.operations;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes in the background, once pages can be opened, what the first page does not need: the start is shorter by it. What
 * somebody asks for meanwhile is made at once.
 */
@Component
@ConditionalOnWebApplication
class RestOfStart {
    private static final Logger LOG = LoggerFactory.getLogger(RestOfStart.class);
    private static final Duration TURN = Duration.ofMillis(1);
    private final ConfigurableApplicationContext context;
    private final FutureTask<Void> work = new FutureTask<>(this::make, null);

    RestOfStart(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What begins and stops with the application is made with it. */
    @Bean
    static LazyInitializationExcludeFilter beginsWithTheApplication() {
        return LazyInitializationExcludeFilter.forBeanTypes(SmartLifecycle.class);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofPlatform().daemon().name("rest-of-start").start(work);
    }

    /** Returns when all is made. */
    void await() throws InterruptedException {
        work.run();
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void make() {
        var beans = context.getBeanFactory();
        Arrays.stream(beans.getBeanDefinitionNames())
                .filter(name -> beans.getMergedBeanDefinition(name).isLazyInit() && beans.isSingleton(name))
                .forEach(this::make);
    }

    private void make(String name) {
        try {
            if (!context.isClosed() && !context.getBeanFactory().containsSingleton(name)) {
                context.getBean(name);
                giveWay();
            }
        } catch (RuntimeException e) {
            if (!context.isClosed()) {
                LOG.error("{} cannot be made; what needs it will fail", name, e);
            }
        }
    }

    /** Beans are made one at a time, and whoever makes the next at once would leave a waiting request without its turn. */
    private static void giveWay() {
        LockSupport.parkNanos(TURN.toNanos());
    }
}
