package io.lijevak.process.web;

import io.lijevak.platform.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of stages and deal types in the rail. */
@Configuration(proxyBeanMethods = false)
class ProcessNavigation {
    @Bean
    Navigation dealTypesInRail() {
        return new Navigation(
                910,
                "process.title",
                "columns",
                "/settings/deal-types",
                viewer -> viewer.may("PROCESS.EDIT"),
                List.of(
                        "/settings/stages",
                        "/settings/processes",
                        "/settings/loss-reasons",
                        "/settings/competitors",
                        "/settings/currencies"));
    }
}
