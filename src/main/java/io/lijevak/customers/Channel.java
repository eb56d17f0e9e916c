package io.lijevak.customers;

/** A way to write or call that needs the customer's consent. */
public enum Channel {
    EMAIL,
    SMS,
    PHONE
}
