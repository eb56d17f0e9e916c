package io.lijevak.customers;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody we talk to at a customer, with the role played there. */
public record ContactPerson(
        ContactPersonId id,
        CustomerId customer,
        int version,
        String name,
        @Nullable String role,
        @Nullable String note,
        List<String> phones,
        List<String> emails) {

    /** What people enter about a contact person. */
    public record Fields(
            String name, @Nullable String role, @Nullable String note, List<String> phones, List<String> emails) {}
}
