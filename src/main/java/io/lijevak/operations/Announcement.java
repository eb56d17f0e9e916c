package io.lijevak.operations;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The one line on the console: where Lijevak listens, once it does. */
@Component
@ConditionalOnProperty("lijevak.announce")
class Announcement {
    private final Environment environment;

    Announcement(Environment environment) {
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce() {
        System.out.println("Lijevak is ready: http://localhost:" + environment.getProperty("local.server.port"));
    }
}
