package io.lijevak.customers;

import io.lijevak.properties.PropertyValues;
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
        List<String> emails,
        PropertyValues properties) {

    /**
     * What people enter about a contact person.
     *
     * @param properties null keeps what there is
     */
    public record Fields(
            String name,
            @Nullable String role,
            @Nullable String note,
            List<String> phones,
            List<String> emails,
            @Nullable PropertyValues properties) {

        /** The values of the properties, none when nothing is said about them. */
        PropertyValues values() {
            return properties == null ? PropertyValues.NONE : properties;
        }
    }
}
