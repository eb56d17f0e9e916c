package io.lijevak.catalog;

import io.lijevak.platform.Money;
import org.jspecify.annotations.Nullable;

/** A product as a line of a list. */
public record ProductRow(
        long id,
        @Nullable String code,
        String name,
        @Nullable String group,
        @Nullable Money price,
        boolean archived) {}
