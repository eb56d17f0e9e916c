package io.lijevak.worktime.web;

import io.lijevak.platform.Navigation;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of absences and working time in the rail. */
@Configuration(proxyBeanMethods = false)
class WorktimeNavigation {
    @Bean
    Navigation absencesInRail() {
        return new Navigation(
                905, "worktime.title", "clock", "/absences", viewer -> true, List.of("/settings/working-time"));
    }
}
