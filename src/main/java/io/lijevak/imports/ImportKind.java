package io.lijevak.imports;

import io.lijevak.users.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the rows of a file become. */
public enum ImportKind {
    CUSTOMERS(Resource.CUSTOMER, "customer"),
    PRODUCTS(Resource.PRODUCT, "product"),
    USERS(Resource.PEOPLE, "person"),
    DEALS(Resource.DEAL, "deal");

    private final Resource resource;
    private final String subject;

    ImportKind(Resource resource, String subject) {
        this.resource = resource;
        this.subject = subject;
    }

    /** What one must be allowed to create. */
    public Resource resource() {
        return resource;
    }

    /** Its records' name in the audit trail. */
    String subject() {
        return subject;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public List<Field> fields() {
        return Arrays.stream(Field.values())
                .filter(field -> field.kinds().contains(this))
                .toList();
    }

    public static Optional<ImportKind> read(String text) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(text)).findFirst();
    }
}
