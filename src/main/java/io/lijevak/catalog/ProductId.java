package io.lijevak.catalog;

/** Identity of a product. */
public record ProductId(long value) {
    public static ProductId valueOf(String text) {
        return new ProductId(Long.parseLong(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
