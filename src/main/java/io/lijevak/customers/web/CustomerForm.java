package io.lijevak.customers.web;

import io.lijevak.customers.Address;
import io.lijevak.customers.Customer;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.Lifecycle;
import io.lijevak.customers.PhoneNumber;
import io.lijevak.platform.web.Form;
import io.lijevak.platform.web.FormReader;
import io.lijevak.properties.PropertyForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A customer's fields as form fields and back; lists of phones and e-mails stand one on each line. */
final class CustomerForm {
    private CustomerForm() {}

    static Map<String, @Nullable Object> values(CustomerFields fields) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("kind", fields.kind().name());
        values.put("name", fields.name());
        values.put("lifecycle", fields.lifecycle().name());
        values.put("taxCountry", fields.taxCountry());
        values.put("taxNumber", fields.taxNumber());
        values.put("sourceId", fields.sourceId());
        values.put("responsibleId", fields.responsibleId());
        values.put("parentId", fields.parentId());
        values.put("website", fields.website());
        values.put("note", fields.note());
        values.put("address.street", fields.address().street());
        values.put("address.postcode", fields.address().postcode());
        values.put("address.city", fields.address().city());
        values.put("address.region", fields.address().region());
        values.put("address.country", fields.address().country());
        values.put("phones", readable(fields.phones()));
        values.put("emails", String.join("\n", fields.emails()));
        values.put("categoryIds", fields.categoryIds());
        values.put("externalId", fields.externalId());
        values.putAll(PropertyForms.values(fields.properties()));
        return values;
    }

    static Form of(Customer customer) {
        var values = values(customer.fields());
        values.put("version", customer.version());
        return Form.of(values);
    }

    /** The stored fields with those parts replaced that the form sends. */
    static Form over(CustomerFields stored, Form input, List<String> parts) {
        var values = values(stored);
        parts.forEach(part -> values.put(part, input.values(part)));
        return Form.of(values);
    }

    static CustomerFields read(Form form, Locale region) {
        var reader = form.reader(region);
        var fields = new CustomerFields(
                Optional.ofNullable(reader.choice("kind", CustomerKind.class)).orElse(CustomerKind.COMPANY),
                reader.required("name"),
                Optional.ofNullable(reader.choice("lifecycle", Lifecycle.class)).orElse(Lifecycle.PROSPECT),
                reader.text("taxCountry"),
                reader.text("taxNumber"),
                reader.id("sourceId"),
                reader.id("responsibleId"),
                parent(form, reader),
                reader.text("website"),
                reader.text("note"),
                address(reader),
                lines(reader.text("phones")),
                lines(reader.text("emails")),
                reader.ids("categoryIds"),
                reader.text("externalId"),
                PropertyForms.read(form));
        reader.check();
        return fields;
    }

    static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : text.lines().toList();
    }

    static String readable(List<String> phones) {
        return phones.stream().map(phone -> new PhoneNumber(phone).readable()).collect(Collectors.joining("\n"));
    }

    /** Without JavaScript the name of a parent can be typed, but not chosen. */
    private static @Nullable Long parent(Form form, FormReader reader) {
        var id = reader.id("parentId");
        if (id == null && !form.value("parentId__text").isBlank()) {
            reader.problem("parentId", "platform.problem.choice");
        }
        return form.value("parentId__text").isBlank()
                        && form.values("parentId__text").size() == 1
                ? null
                : id;
    }

    private static Address address(FormReader reader) {
        return new Address(
                reader.text("address.street"),
                reader.text("address.postcode"),
                reader.text("address.city"),
                reader.text("address.region"),
                reader.text("address.country"));
    }
}
