package io.lijevak.reports.web;

import io.lijevak.funnel.FunnelPanel;
import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the reports on people in the rail. */
@Configuration(proxyBeanMethods = false)
class ReportsNavigation {
    @Bean
    Navigation reportsOnPeople() {
        return new Navigation(42, "reports.nav", "flag", "/reports/people", viewer -> viewer.may("FUNNEL.VIEW"));
    }

    @Bean
    FunnelPanel coldTopOfFunnel() {
        return new FunnelPanel(10, "reports.cold.title", ColdTopController.PATH, "FUNNEL.VIEW");
    }
}
