package io.lijevak.customers.web;

import io.lijevak.customers.CustomerArea;
import io.lijevak.customers.CustomerPanel;
import io.lijevak.properties.PropertyForms;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What other modules and the company's own properties contribute to the customer page, in its order. */
@Component("customerGuests")
public record Guests(List<CustomerPanel> panels, List<CustomerArea> areas, PropertyForms properties) {
    public Guests {
        panels = panels.stream()
                .sorted(Comparator.comparingInt(CustomerPanel::order))
                .toList();
        areas = areas.stream()
                .sorted(Comparator.comparingInt(CustomerArea::order))
                .toList();
    }
}
