package io.lijevak.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A keyset page: its items and the opaque cursor of the next page, null on the last one. */
public record Slice<T>(List<T> items, @Nullable String next) {
    public Slice {
        items = List.copyOf(items);
    }
}
