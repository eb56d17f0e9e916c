package io.lijevak.properties;

/** What a property holds; it never changes, so that stored values stay readable. */
public enum PropertyType {
    TEXT,
    NUMBER,
    /** A sum in the currency of the property. */
    MONEY,
    DATE,
    /** Yes or no; nothing said is a third state. */
    FLAG,
    /** One of the values of the property. */
    LIST,
    /** Any number of the values of the property. */
    MULTI_LIST,
    /** Another record. */
    REFERENCE;

    /** Whether the property has values to choose from. */
    public boolean listed() {
        return this == LIST || this == MULTI_LIST;
    }
}
