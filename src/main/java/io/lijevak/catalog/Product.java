package io.lijevak.catalog;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A product or service as it is stored, with the name of its group. */
public record Product(
        ProductId id,
        int version,
        ProductFields fields,
        @Nullable String group,
        Instant createdAt,
        @Nullable Instant archivedAt) {

    public String name() {
        return fields.name();
    }

    public boolean archived() {
        return archivedAt != null;
    }
}
