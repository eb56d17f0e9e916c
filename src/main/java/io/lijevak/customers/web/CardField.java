package io.lijevak.customers.web;

import java.util.List;
import java.util.stream.Stream;

/** A field of the customer page that is edited in its place, and the form fields it consists of. */
public enum CardField {
    NAME("name"),
    KIND("kind"),
    LIFECYCLE("lifecycle"),
    TAX("taxNumber", "taxNumber", "taxCountry"),
    PHONES("phones"),
    EMAILS("emails"),
    WEBSITE("website"),
    ADDRESS("address", "address.street", "address.postcode", "address.city", "address.region", "address.country"),
    SOURCE("source", "sourceId"),
    RESPONSIBLE("responsible", "responsibleId"),
    PARENT("parent", "parentId", "parentId__text"),
    CATEGORIES("categories", "categoryIds"),
    NOTE("note");

    private final String label;
    private final List<String> parts;

    CardField(String label, String... parts) {
        this.label = label;
        this.parts = parts.length == 0 ? List.of(label) : List.of(parts);
    }

    /** The message key of its label. */
    public String labelKey() {
        return "customers.field." + label;
    }

    public List<String> parts() {
        return parts;
    }

    /** Its name in addresses and element ids. */
    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    static CardField of(String path) {
        return Stream.of(values())
                .filter(field -> field.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new io.lijevak.platform.RecordNotFound("field", path));
    }
}
