package io.lijevak.customers;

import io.lijevak.properties.PropertyValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as a line of a list. */
public record CustomerRow(
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
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant archivedAt,
        @Nullable Instant lastContactAt,
        PropertyValues properties) {

    public @Nullable String phone() {
        return phones.isEmpty() ? null : new PhoneNumber(phones.getFirst()).readable();
    }

    public @Nullable String email() {
        return emails.isEmpty() ? null : emails.getFirst();
    }
}
