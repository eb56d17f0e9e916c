package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.Lifecycle;
import io.lijevak.platform.web.FilterCheck;
import java.util.Map;

/** The parameters of the list of customers. */
final class CustomerFilters {
    private CustomerFilters() {}

    /** Refuses filters that cannot be read, instead of listing everything. */
    static void checkFilters(Map<String, String> parameters) {
        FilterCheck.of(parameters)
                .choice("kind", CustomerKind.values())
                .choice("lifecycle", Lifecycle.values())
                .choice("sort", CustomerFilter.Sort.values())
                .id("responsible")
                .id("team")
                .id("source")
                .id("category")
                .id("silent")
                .flag("archived")
                .check();
    }
}
