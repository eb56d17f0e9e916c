package io.lijevak.customers.web;

import io.lijevak.customers.Address;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerId;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.CustomerRow;
import io.lijevak.customers.Lifecycle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer as the API shows it; references carry their ids and names. */
record CustomerJson(
        CustomerId id,
        int version,
        CustomerKind kind,
        String name,
        Lifecycle lifecycle,
        @Nullable String taxCountry,
        @Nullable String taxNumber,
        @Nullable Named source,
        @Nullable Named responsible,
        @Nullable Named parent,
        @Nullable String website,
        @Nullable String note,
        Address address,
        List<String> phones,
        List<String> emails,
        List<Named> categories,
        @Nullable String externalId,
        Map<String, Object> properties,
        boolean archived,
        Instant createdAt,
        Instant changedAt) {

    /** Something referred to: its id and its name. */
    record Named(long id, @Nullable String name) {}

    /** A customer as a line of a list. */
    record Line(
            long id,
            CustomerKind kind,
            String name,
            Lifecycle lifecycle,
            @Nullable String taxNumber,
            @Nullable String city,
            @Nullable String country,
            @Nullable String source,
            @Nullable String responsible,
            List<String> categories,
            List<String> phones,
            List<String> emails,
            Map<String, Object> properties,
            boolean archived,
            Instant createdAt,
            Instant changedAt) {
        static Line of(CustomerRow row, Map<String, Object> properties) {
            return new Line(
                    row.id(),
                    row.kind(),
                    row.name(),
                    row.lifecycle(),
                    row.taxNumber(),
                    row.city(),
                    row.country(),
                    row.source(),
                    row.responsible(),
                    row.categories(),
                    row.phones(),
                    row.emails(),
                    properties,
                    row.archivedAt() != null,
                    row.createdAt(),
                    row.changedAt());
        }
    }

    static CustomerJson of(Customer customer, Map<String, Object> properties) {
        var fields = customer.fields();
        var names = customer.names();
        return new CustomerJson(
                customer.id(),
                customer.version(),
                fields.kind(),
                fields.name(),
                fields.lifecycle(),
                fields.taxCountry(),
                fields.taxNumber(),
                named(fields.sourceId(), names.source()),
                named(fields.responsibleId(), names.responsible()),
                named(fields.parentId(), names.parent()),
                fields.website(),
                fields.note(),
                fields.address(),
                fields.phones(),
                fields.emails(),
                categories(fields.categoryIds(), names.categories()),
                fields.externalId(),
                properties,
                customer.archived(),
                customer.createdAt(),
                customer.changedAt());
    }

    private static @Nullable Named named(@Nullable Long id, @Nullable String name) {
        return id == null ? null : new Named(id, name);
    }

    private static List<Named> categories(List<Long> ids, List<String> names) {
        var categories = new ArrayList<Named>();
        for (var i = 0; i < ids.size(); i++) {
            categories.add(new Named(ids.get(i), names.get(i)));
        }
        return categories;
    }
}
