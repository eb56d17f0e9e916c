package io.lijevak.customers.web;

import io.lijevak.platform.Navigation;
import io.lijevak.platform.QuickAction;
import io.lijevak.platform.ViewPage;
import io.lijevak.platform.web.ViewExport;
import io.lijevak.properties.FieldList;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Customers in the rail and under New. */
@Configuration(proxyBeanMethods = false)
class CustomersNavigation {
    @Bean
    Navigation customersEntry() {
        return new Navigation(
                20,
                "customers.nav",
                "people",
                "/customers",
                viewer -> viewer.may("CUSTOMER.VIEW"),
                List.of("/segments"));
    }

    @Bean
    Navigation customerReferencesEntry() {
        return new Navigation(
                915,
                "customers.settings.nav",
                "list",
                "/settings/customer-sources",
                viewer -> viewer.may("PROCESS.EDIT"),
                List.of("/settings/customer-categories"));
    }

    @Bean
    FieldList customerList() {
        return new FieldList(
                "customers",
                RecordKind.CUSTOMER,
                "/customers",
                "customers.list.title",
                viewer -> viewer.may("CUSTOMER.VIEW"));
    }

    @Bean
    QuickAction newCustomerAction() {
        return new QuickAction(
                20, "customers.list.new", "people", "/customers/new", viewer -> viewer.may("CUSTOMER.CREATE"));
    }

    @Bean
    ViewExport customerListExport(CustomerExportController customers) {
        return new ViewExport(
                "/customers",
                "CUSTOMER.EXPORT",
                (parameters, ui, viewer) ->
                        Optional.of(customers.answer(parameters.toSingleValueMap(), ui, (CurrentUser) viewer)));
    }

    @Bean
    ViewPage customerListView() {
        return new ViewPage("/customers", "customers.list.title", "people", viewer -> viewer.may("CUSTOMER.VIEW"));
    }
}
