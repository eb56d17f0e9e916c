package io.lijevak.funnel.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of the funnel in the rail. */
@Configuration(proxyBeanMethods = false)
class FunnelNavigation {
    @Bean
    Navigation funnelEntry() {
        return new Navigation(40, "funnel.nav", "funnel", "/funnel", viewer -> viewer.may("FUNNEL.VIEW"));
    }
}
