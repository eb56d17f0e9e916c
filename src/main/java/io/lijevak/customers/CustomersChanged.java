package io.lijevak.customers;

import java.util.List;

/** Customers were created or changed; published in the transaction of the change. */
public record CustomersChanged(List<Long> customerIds) {}
