package io.lijevak.properties.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Properties among the settings of the rail. */
@Configuration(proxyBeanMethods = false)
class PropertiesNavigation {
    @Bean
    Navigation propertiesEntry() {
        return new Navigation(
                917, "properties.title", "tag", "/settings/properties", viewer -> viewer.may("SYSTEM.EDIT"));
    }
}
