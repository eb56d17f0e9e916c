package io.lijevak.customers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A company or person as it is stored, with the names of what it refers to. */
public record Customer(
        CustomerId id,
        int version,
        CustomerFields fields,
        Names names,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant archivedAt) {

    /** Names behind the ids of the fields. */
    public record Names(
            @Nullable String source,
            @Nullable String responsible,
            @Nullable String parent,
            List<String> categories) {}

    public String name() {
        return fields.name();
    }

    public @Nullable Long responsibleId() {
        return fields.responsibleId();
    }

    public boolean archived() {
        return archivedAt != null;
    }

    /** Phones as people read them. */
    public List<PhoneNumber> phones() {
        return fields.phones().stream().map(PhoneNumber::new).toList();
    }
}
