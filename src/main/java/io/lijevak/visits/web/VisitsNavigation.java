package io.lijevak.visits.web;

import io.lijevak.platform.Navigation;
import io.lijevak.users.Action;
import io.lijevak.users.Resource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The place of visits in the rail. */
@Configuration(proxyBeanMethods = false)
class VisitsNavigation {
    @Bean
    Navigation visitsInRail() {
        return new Navigation(
                950, "visits.title", "globe", "/visits", viewer -> viewer.may(Resource.SYSTEM + "." + Action.EDIT));
    }
}
