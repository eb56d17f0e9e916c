package io.lijevak.imports;

import static io.lijevak.imports.ImportKind.CUSTOMERS;
import static io.lijevak.imports.ImportKind.DEALS;
import static io.lijevak.imports.ImportKind.PRODUCTS;
import static io.lijevak.imports.ImportKind.USERS;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a column may mean. */
public enum Field {
    EXTERNAL_ID("externalId", Many.NO, CUSTOMERS, PRODUCTS, USERS, DEALS),
    TITLE("title", Many.NO, DEALS),
    NAME("name", Many.NO, CUSTOMERS, PRODUCTS, USERS),
    CODE("code", Many.NO, PRODUCTS),
    GROUP("group", Many.NO, PRODUCTS),
    PRICE("price", Many.NO, PRODUCTS),
    KIND("kind", Many.NO, CUSTOMERS),
    TAX_NUMBER("taxNumber", Many.NO, CUSTOMERS),
    EMAIL("email", Many.YES, CUSTOMERS, USERS),
    PHONE("phone", Many.YES, CUSTOMERS),
    CONTACT_PERSON("contactPerson", Many.YES, CUSTOMERS),
    ADDRESS("address", Many.NO, CUSTOMERS),
    STREET("street", Many.NO, CUSTOMERS),
    POSTCODE("postcode", Many.NO, CUSTOMERS),
    CITY("city", Many.NO, CUSTOMERS),
    REGION("region", Many.NO, CUSTOMERS),
    COUNTRY("country", Many.NO, CUSTOMERS),
    CATEGORY("category", Many.YES, CUSTOMERS),
    PARENT("parent", Many.NO, CUSTOMERS),
    WEBSITE("website", Many.NO, CUSTOMERS),
    ROLE("role", Many.NO, USERS),
    HEAD("head", Many.NO, USERS),
    TEAM("team", Many.NO, USERS),
    DEAL_TYPE("dealType", Many.NO, DEALS),
    STAGE("stage", Many.NO, DEALS),
    OUTCOME("outcome", Many.NO, DEALS),
    LOSS_REASON("lossReason", Many.NO, DEALS),
    COMPETITOR("competitor", Many.NO, DEALS),
    RESPONSIBLE("responsible", Many.NO, CUSTOMERS, DEALS),
    PRODUCT("product", Many.NO, DEALS),
    CUSTOMER("customer", Many.NO, DEALS),
    CUSTOMER_TAX_NUMBER("customerTaxNumber", Many.NO, DEALS),
    AMOUNT("amount", Many.NO, DEALS),
    CURRENCY("currency", Many.NO, PRODUCTS, DEALS),
    OPENED("opened", Many.NO, DEALS),
    /** The day a deal entered a stage; a target of this field names the stage. */
    STAGE_DATE("stageDate", Many.YES, DEALS),
    CLOSED("closed", Many.NO, DEALS),
    EXPECTED_CLOSE("expectedClose", Many.NO, DEALS),
    SOURCE("source", Many.NO, CUSTOMERS, DEALS),
    NOTE("note", Many.YES, CUSTOMERS, DEALS),
    /** A property of the company's own; a target of this field names its key. */
    PROPERTY("property", Many.YES, CUSTOMERS, PRODUCTS, DEALS);

    private enum Many {
        YES,
        NO
    }

    private final String key;
    private final boolean several;
    private final Set<ImportKind> kinds;

    Field(String key, Many many, ImportKind... kinds) {
        this.key = key;
        this.several = many == Many.YES;
        this.kinds = Set.of(kinds);
    }

    /** Its name in mappings and message keys. */
    public String key() {
        return key;
    }

    /** Whether several columns may hold it. */
    public boolean isSeveral() {
        return several;
    }

    /** Whether a target of it names something more: a stage, or a property. */
    boolean isNamed() {
        return this == STAGE_DATE || this == PROPERTY;
    }

    Set<ImportKind> kinds() {
        return kinds;
    }

    static Optional<Field> of(ImportKind kind, String key) {
        return Arrays.stream(values())
                .filter(field -> field.key.equals(key) && field.kinds.contains(kind))
                .findFirst();
    }
}
