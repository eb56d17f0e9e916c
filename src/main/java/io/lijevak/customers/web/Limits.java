package io.lijevak.customers.web;

import io.lijevak.platform.InvalidInput;

/** How many items a page of the API may have. */
final class Limits {
    private static final int MOST = 200;

    private Limits() {}

    static int sound(int limit) {
        if (limit < 1 || limit > MOST) {
            throw InvalidInput.at("limit", "customers.problem.limit", MOST);
        }
        return limit;
    }
}
