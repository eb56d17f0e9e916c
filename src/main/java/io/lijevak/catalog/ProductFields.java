package io.lijevak.catalog;

import io.lijevak.platform.Money;
import io.lijevak.properties.PropertyValues;
import org.jspecify.annotations.Nullable;

/**
 * What people enter about a product; the price is the list price of one unit.
 *
 * @param properties null keeps what there is
 */
public record ProductFields(
        @Nullable String code,
        String name,
        @Nullable Long groupId,
        @Nullable Money price,
        @Nullable String externalId,
        @Nullable PropertyValues properties) {

    /** A product about whose properties nothing is said. */
    public ProductFields(
            @Nullable String code,
            String name,
            @Nullable Long groupId,
            @Nullable Money price,
            @Nullable String externalId) {
        this(code, name, groupId, price, externalId, null);
    }

    /** The values of its properties, none when nothing is said about them. */
    public PropertyValues values() {
        return properties == null ? PropertyValues.NONE : properties;
    }

    /** The same with values of properties. */
    public ProductFields with(PropertyValues values) {
        return new ProductFields(code, name, groupId, price, externalId, values);
    }
}
