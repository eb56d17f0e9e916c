package io.lijevak.operations.web;

import io.lijevak.platform.Navigation;
import io.lijevak.platform.StartPage;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The installation's health: its entry in the foot of the rail, and the page an administrator begins at. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {
    @Bean
    Navigation healthEntry() {
        return new Navigation(930, "operations.health.title", "health", "/health", viewer -> viewer.may("SYSTEM.VIEW"));
    }

    @Bean
    StartPage administratorsBeginAtHealth() {
        return viewer -> viewer.may("SYSTEM.EDIT") ? Optional.of("/health") : Optional.empty();
    }
}
