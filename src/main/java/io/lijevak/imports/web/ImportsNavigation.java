package io.lijevak.imports.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportsNavigation {
    @Bean
    Navigation importsEntry() {
        return new Navigation(60, "imports.list.title", "upload", "/imports", viewer -> viewer.may("IMPORT.VIEW"));
    }
}
