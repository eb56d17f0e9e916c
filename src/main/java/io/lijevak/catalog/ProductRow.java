package io.lijevak.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.lijevak.platform.Money;
import io.lijevak.properties.PropertyValues;
import org.jspecify.annotations.Nullable;

/** A product as a line of a list; its properties, which not everybody may see, are shown by name where it is read whole. */
public record ProductRow(
        long id,
        @Nullable String code,
        String name,
        @Nullable String group,
        @Nullable Money price,
        boolean archived,
        @JsonIgnore PropertyValues properties) {}
