package io.lijevak.customers.web;

import io.lijevak.customers.CustomerFilter;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.CustomerList;
import io.lijevak.customers.CustomerRow;
import io.lijevak.platform.CommandPaletteSource;
import io.lijevak.platform.Viewer;
import io.lijevak.users.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Customers in the command palette: by name, phone digits, e-mail, tax number. */
@Component
@Order(20)
class CustomerPalette implements CommandPaletteSource {
    private final CustomerList list;

    CustomerPalette(CustomerList list) {
        this.list = list;
    }

    @Override
    public List<Hit> find(String term, Viewer viewer, int limit) {
        if (!(viewer instanceof CurrentUser user) || term.isBlank()) {
            return List.of();
        }
        var filter = CustomerFilter.of(Map.of("q", term));
        return list.page(filter, user, null, limit).items().stream()
                .map(CustomerPalette::hit)
                .toList();
    }

    private static Hit hit(CustomerRow row) {
        var detail = Stream.of(row.city(), row.phone(), row.email())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        var icon = row.kind() == CustomerKind.PERSON ? "user" : "building";
        return new Hit(icon, row.name(), detail, "/customers/" + row.id());
    }
}
