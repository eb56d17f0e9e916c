package io.lijevak.customers;

/** How far a customer has come with us: no interest yet, a deal open, a deal won, nothing for long. */
public enum Lifecycle {
    PROSPECT,
    LEAD,
    CUSTOMER,
    LAPSED
}
