package io.lijevak.imports;

import java.util.Locale;

/**
 * A record that a row names.
 *
 * @param detail what tells it apart besides its name: a customer's tax number, a person's role
 */
record Ref(Type type, String name, String detail, String column) {
    enum Type {
        PERSON,
        TEAM,
        PRODUCT,
        PRODUCT_GROUP,
        CUSTOMER,
        CUSTOMER_SOURCE,
        CATEGORY,
        LOSS_REASON,
        COMPETITOR;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
