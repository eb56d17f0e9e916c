package io.lijevak.catalog;

import io.lijevak.platform.Money;
import org.jspecify.annotations.Nullable;

/** What people enter about a product; the price is the list price of one unit. */
public record ProductFields(
        @Nullable String code,
        String name,
        @Nullable Long groupId,
        @Nullable Money price,
        @Nullable String externalId) {}
