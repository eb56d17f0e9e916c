package io.lijevak.customers.web;

import io.lijevak.platform.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The entry of customers in the rail. */
@Configuration(proxyBeanMethods = false)
class CustomersNavigation {
    @Bean
    Navigation customersEntry() {
        return new Navigation(20, "customers.nav", "people", "/customers", viewer -> viewer.may("CUSTOMER.VIEW"));
    }
}
