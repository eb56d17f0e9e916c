package io.lijevak.customers;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A postal address; any part may be missing. The country is an ISO 3166 code. */
public record Address(
        @Nullable String street,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String region,
        @Nullable String country) {
    public static final Address NONE = new Address(null, null, null, null, null);

    /** Street, then postcode and city, then region: the way an envelope is written, without the country. */
    public List<String> lines() {
        var town = Stream.of(postcode, city).filter(Objects::nonNull).collect(Collectors.joining(" "));
        return Stream.of(street, town, region)
                .filter(Objects::nonNull)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
