package io.lijevak.properties;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Kinds of records that have properties or that a property may refer to. */
public enum RecordKind {
    CUSTOMER,
    CONTACT,
    DEAL,
    PRODUCT,
    /** Somebody of the company: referred to only. */
    PERSON;

    /** The kinds that an administrator may give properties. */
    public static List<RecordKind> owners() {
        return List.of(CUSTOMER, CONTACT, DEAL, PRODUCT);
    }

    public boolean owns() {
        return owners().contains(this);
    }

    /** Its name in addresses and field paths. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a name in an address, that of customers for any other word. */
    public static RecordKind of(String word) {
        return Stream.of(values())
                .filter(kind -> kind.word().equalsIgnoreCase(word))
                .findFirst()
                .orElse(CUSTOMER);
    }
}
