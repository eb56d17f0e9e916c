package io.lijevak.customers;

/** What a customer is. */
public enum CustomerKind {
    COMPANY,
    PERSON
}
