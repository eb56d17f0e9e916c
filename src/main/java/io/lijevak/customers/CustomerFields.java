package io.lijevak.customers;

import io.lijevak.properties.PropertyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people enter about a customer; {@link CustomerRules} makes it sound.
 *
 * @param taxCountry ISO 3166 code of the country that gave the tax number; null means the company's own
 * @param phones as written, one number each; {@link CustomerRules} turns them into E.164
 */
public record CustomerFields(
        CustomerKind kind,
        String name,
        Lifecycle lifecycle,
        @Nullable String taxCountry,
        @Nullable String taxNumber,
        @Nullable Long sourceId,
        @Nullable Long responsibleId,
        @Nullable Long parentId,
        @Nullable String website,
        @Nullable String note,
        Address address,
        List<String> phones,
        List<String> emails,
        List<Long> categoryIds,
        @Nullable String externalId,
        PropertyValues properties) {
    public CustomerFields {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
        categoryIds = List.copyOf(categoryIds);
    }

    /** The same with another responsible person. */
    public CustomerFields ofPerson(@Nullable Long person) {
        return new CustomerFields(
                kind,
                name,
                lifecycle,
                taxCountry,
                taxNumber,
                sourceId,
                person,
                parentId,
                website,
                note,
                address,
                phones,
                emails,
                categoryIds,
                externalId,
                properties);
    }

    /** The same with other values of properties. */
    public CustomerFields withProperties(PropertyValues values) {
        return new CustomerFields(
                kind,
                name,
                lifecycle,
                taxCountry,
                taxNumber,
                sourceId,
                responsibleId,
                parentId,
                website,
                note,
                address,
                phones,
                emails,
                categoryIds,
                externalId,
                values);
    }

    /** A company that is known by its name alone. */
    public static CustomerFields named(String name) {
        return new CustomerFields(
                CustomerKind.COMPANY,
                name,
                Lifecycle.PROSPECT,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Address.NONE,
                List.of(),
                List.of(),
                List.of(),
                null,
                PropertyValues.NONE);
    }
}
