package io.lijevak.customers;

import io.lijevak.properties.PropertyValues;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer in the words of a test: {@code new A("Uljara").phones("091 234 5678").fields()}. */
public final class A {
    private final String name;
    private @Nullable String taxCountry;
    private @Nullable String taxNumber;
    private @Nullable Long parent;
    private @Nullable Long responsible;
    private List<String> phones = List.of();
    private List<String> emails = List.of();
    private PropertyValues properties = PropertyValues.NONE;

    public A(String name) {
        this.name = name;
    }

    public A tax(String country, String number) {
        this.taxCountry = country;
        this.taxNumber = number;
        return this;
    }

    public A with(String property, Object value) {
        this.properties = properties.with(property, value);
        return this;
    }

    public A parent(CustomerId id) {
        this.parent = id.value();
        return this;
    }

    public A of(long person) {
        this.responsible = person;
        return this;
    }

    public A phones(String... written) {
        this.phones = List.of(written);
        return this;
    }

    public A emails(String... written) {
        this.emails = List.of(written);
        return this;
    }

    public CustomerFields fields() {
        var plain = CustomerFields.named(name);
        return new CustomerFields(
                plain.kind(),
                name,
                plain.lifecycle(),
                taxCountry,
                taxNumber,
                null,
                responsible,
                parent,
                null,
                null,
                Address.NONE,
                phones,
                emails,
                List.of(),
                null,
                properties);
    }
}
