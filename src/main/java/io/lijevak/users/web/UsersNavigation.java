package io.lijevak.users.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UsersNavigation {
    @Bean
    Navigation peopleEntry() {
        return new Navigation(70, "users.people.title", "team", "/people", viewer -> viewer.may("PEOPLE.VIEW"));
    }

    @Bean
    Navigation rolesEntry() {
        return new Navigation(
                940, "users.roles.title", "shield", "/settings/roles", viewer -> viewer.may("SYSTEM.VIEW"));
    }
}
