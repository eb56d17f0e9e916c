package io.lijevak.catalog;

/** Identity of a product group. */
public record ProductGroupId(long value) {
    public static ProductGroupId valueOf(String text) {
        return new ProductGroupId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
