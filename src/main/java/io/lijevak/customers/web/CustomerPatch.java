package io.lijevak.customers.web;

import io.lijevak.customers.Address;
import io.lijevak.customers.CustomerFields;
import io.lijevak.customers.CustomerKind;
import io.lijevak.customers.Lifecycle;
import io.lijevak.platform.InvalidInput;
import io.lijevak.properties.PropertyValues;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fields of a customer as the API takes them; {@code version} is that of the customer as it was read. */
record CustomerPatch(
        @Nullable Integer version,
        @Nullable CustomerKind kind,
        @Nullable String name,
        @Nullable Lifecycle lifecycle,
        @Nullable String taxCountry,
        @Nullable String taxNumber,
        @Nullable Long sourceId,
        @Nullable Long responsibleId,
        @Nullable Long parentId,
        @Nullable String website,
        @Nullable String note,
        @Nullable Address address,
        @Nullable List<@Nullable String> phones,
        @Nullable List<@Nullable String> emails,
        @Nullable List<@Nullable Long> categoryIds,
        @Nullable String externalId,
        @Nullable JsonNode properties) {

    /** The stored fields, for a patch to be applied to; the version must come from the caller. */
    static CustomerPatch of(CustomerFields stored) {
        return new CustomerPatch(
                null,
                stored.kind(),
                stored.name(),
                stored.lifecycle(),
                stored.taxCountry(),
                stored.taxNumber(),
                stored.sourceId(),
                stored.responsibleId(),
                stored.parentId(),
                stored.website(),
                stored.note(),
                stored.address(),
                stored.phones(),
                stored.emails(),
                stored.categoryIds(),
                stored.externalId(),
                stored.properties().tree());
    }

    int requiredVersion() {
        if (version == null) {
            throw InvalidInput.at("version", "platform.problem.required");
        }
        return version;
    }

    CustomerFields fields() {
        return new CustomerFields(
                Optional.ofNullable(kind).orElse(CustomerKind.COMPANY),
                Optional.ofNullable(name).orElse(""),
                Optional.ofNullable(lifecycle).orElse(Lifecycle.PROSPECT),
                taxCountry,
                taxNumber,
                sourceId,
                responsibleId,
                parentId,
                website,
                note,
                Optional.ofNullable(address).orElse(Address.NONE),
                present(phones),
                present(emails),
                present(categoryIds),
                externalId,
                PropertyValues.of(properties));
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> sent) {
        return sent == null ? List.of() : sent.stream().filter(Objects::nonNull).toList();
    }
}
