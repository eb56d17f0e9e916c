package io.lijevak.operations.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the installation's health in the foot of the rail. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {
    @Bean
    Navigation healthEntry() {
        return new Navigation(930, "operations.health.title", "health", "/health", viewer -> viewer.may("SYSTEM.VIEW"));
    }
}
