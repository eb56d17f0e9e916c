package io.lijevak.imports;

import java.util.Set;

/** Targets of which a mapping must have one, for a record needs a name. */
final class RequiredFields {
    private RequiredFields() {}

    static Set<String> of(ImportKind kind) {
        return switch (kind) {
            case CUSTOMERS, USERS -> Set.of(Field.NAME.key());
            case PRODUCTS -> Set.of(Field.NAME.key(), Field.CODE.key());
            case DEALS -> Set.of(Field.TITLE.key(), Field.PRODUCT.key(), Field.CUSTOMER.key(), Field.EXTERNAL_ID.key());
        };
    }
}
