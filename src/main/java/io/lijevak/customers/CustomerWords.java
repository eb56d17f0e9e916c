package io.lijevak.customers;

import io.lijevak.platform.Companies;
import io.lijevak.platform.web.Texts;
import io.lijevak.properties.PropertyValues;
import io.lijevak.properties.PropertyWords;
import io.lijevak.properties.RecordKind;
import io.lijevak.users.AuditTrail.Change;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A customer's fields as words people read: names instead of ids, in the company's language. */
@Component
public class CustomerWords {
    private final Texts texts;
    private final Companies companies;
    private final PropertyWords properties;

    CustomerWords(Texts texts, Companies companies, PropertyWords properties) {
        this.texts = texts;
        this.companies = companies;
        this.properties = properties;
    }

    /** Words by field, null where the field is empty. */
    public Map<String, @Nullable String> of(Customer customer) {
        var fields = customer.fields();
        var words = new LinkedHashMap<String, @Nullable String>();
        words.put("name", fields.name());
        words.put("kind", word("customers.kind." + fields.kind()));
        words.put("lifecycle", word("customers.lifecycle." + fields.lifecycle()));
        words.put("taxNumber", tax(fields));
        words.put("phones", phones(fields.phones()));
        words.put("emails", joined(fields.emails()));
        words.put("website", fields.website());
        words.put("address", address(fields.address()));
        words.put("source", customer.names().source());
        words.put("responsible", customer.names().responsible());
        words.put("parent", customer.names().parent());
        words.put("categories", joined(customer.names().categories()));
        words.put("note", fields.note());
        words.put("externalId", fields.externalId());
        return words;
    }

    /** What differs between two states of a customer. */
    public Map<String, Change> changes(@Nullable Customer before, Customer after) {
        var old = before == null ? Map.<String, @Nullable String>of() : of(before);
        var changes = new LinkedHashMap<String, Change>();
        of(after).forEach((field, word) -> {
            if (!java.util.Objects.equals(old.get(field), word)) {
                changes.put(field, new Change(old.get(field), word));
            }
        });
        var was = before == null ? null : before.fields().properties();
        changes.putAll(
                properties.changes(RecordKind.CUSTOMER, was, after.fields().properties()));
        return changes;
    }

    Map<String, Change> ofContact(@Nullable PropertyValues before, PropertyValues after) {
        return properties.changes(RecordKind.CONTACT, before, after);
    }

    String word(String key) {
        return texts.get(companies.current().language(), key);
    }

    private static @Nullable String tax(CustomerFields fields) {
        return fields.taxNumber() == null ? null : fields.taxCountry() + " " + fields.taxNumber();
    }

    private static @Nullable String address(Address address) {
        var lines = String.join(", ", address.lines());
        var whole = address.country() == null ? lines : lines + (lines.isEmpty() ? "" : ", ") + address.country();
        return whole.isEmpty() ? null : whole;
    }

    /** Phones with the spaces of their countries. */
    static @Nullable String phones(List<String> phones) {
        return joined(
                phones.stream().map(phone -> new PhoneNumber(phone).readable()).toList());
    }

    static @Nullable String joined(List<String> values) {
        return values.isEmpty() ? null : String.join(", ", values);
    }
}
